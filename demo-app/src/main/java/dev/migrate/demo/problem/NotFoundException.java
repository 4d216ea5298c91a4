package dev.migrate.demo.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What a request is about does not exist.
 */
public class NotFoundException extends ErrorResponseException {

	/**
	 * Create the exception.
	 * @param what what does not exist
	 * @param key what it was looked up by
	 */
	public NotFoundException(String what, Object key) {
		super(HttpStatus.NOT_FOUND,
				ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no %s %s".formatted(what, key)), null);
	}

}

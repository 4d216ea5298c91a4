package dev.migrate.demo.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request does not agree with what is recorded.
 */
public class ConflictException extends ErrorResponseException {

	/**
	 * Create the exception.
	 * @param detail why not, as a sentence
	 */
	public ConflictException(String detail) {
		super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail), null);
	}

}

package dev.migrate.demo.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns what the database refuses into problem details.
 */
@RestControllerAdvice
class PersistenceExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(PersistenceExceptionHandler.class);

	@ExceptionHandler
	ProblemDetail handle(DataIntegrityViolationException ex) {
		logger.debug("Refused by the database", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"It exists already, or contradicts what is recorded");
	}

	/**
	 * What SQLite refuses: its driver has no SQL states, by which the others are told.
	 */
	@ExceptionHandler
	ProblemDetail handle(JpaSystemException ex) {
		if (!String.valueOf(ex.getMostSpecificCause().getMessage()).startsWith("[SQLITE_CONSTRAINT")) {
			throw ex;
		}
		return handle(new DataIntegrityViolationException("Refused by SQLite", ex));
	}

	@ExceptionHandler
	ProblemDetail handle(OptimisticLockingFailureException ex) {
		logger.debug("Changed by somebody else", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"Somebody else has changed it at the same time; try again");
	}

}

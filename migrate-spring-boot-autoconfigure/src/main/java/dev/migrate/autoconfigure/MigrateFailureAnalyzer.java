package dev.migrate.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

import dev.migrate.revision.MigrateException;

/**
 * Shows what stopped a start as a description and an action, without a stack trace.
 */
class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
		return new FailureAnalysis(cause.getProblem() + ".", StringUtils.capitalize(cause.getRemedy()) + ".", cause);
	}

}

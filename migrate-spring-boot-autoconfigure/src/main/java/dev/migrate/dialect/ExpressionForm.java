package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Brings expressions into one form, so that what a model says and what a database prints
 * of it can be compared as text: no blanks and parentheses but where they matter, lists
 * and ranges in one way, no casts that change nothing. Expressions of equal form mean the
 * same; those of different form may do so too, which only the database can tell.
 */
public final class ExpressionForm {

	private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=", "~", "~~", "like");

	private static final Set<String> TEXTS = Set.of("text", "character varying", "varchar", "bpchar");

	private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "int");

	private static final Set<String> WORDS_OF_TYPES = Set.of("varying", "precision", "without", "with", "time", "zone",
			"large", "object");

	private static final Set<String> KEYWORDS = Set.of("case", "select", "and", "or", "not", "in", "between", "is",
			"exists", "row", "interval", "when", "then", "else", "end", "collate", "any", "all", "like", "distinct");

	private static final Pattern INTEGER_OF_TYPE = Pattern.compile("-?\\d+::(smallint|integer|bigint|int)");

	private final Identifiers identifiers;

	private final Predicate<String> textColumn;

	private final ExpressionTokens tokens;

	/** Whether what was read last is arithmetic without parentheses around it. */
	private boolean arithmetic;

	private ExpressionForm(Identifiers identifiers, Predicate<String> textColumn, ExpressionTokens tokens) {
		this.identifiers = identifiers;
		this.textColumn = textColumn;
		this.tokens = tokens;
	}

	/**
	 * The form of an expression.
	 * @param expression the expression
	 * @param identifiers how the product writes identifiers
	 * @param textColumn tells of a column, by its logical name, whether it is of a type
	 * whose values are texts of varying length
	 * @return its form: the expression itself if nothing is known of its kind
	 */
	public static String of(String expression, Identifiers identifiers, Predicate<String> textColumn) {
		try {
			ExpressionTokens tokens = new ExpressionTokens(expression);
			String form = new ExpressionForm(identifiers, textColumn, tokens).disjunction();
			return tokens.atEnd() ? form : expression;
		}
		catch (IllegalArgumentException ex) {
			return expression;
		}
	}

	private String disjunction() {
		List<String> parts = new ArrayList<>(List.of(conjunction()));
		while (this.tokens.take("or")) {
			parts.add(conjunction());
		}
		return joined("or", parts);
	}

	private String conjunction() {
		List<String> parts = new ArrayList<>(List.of(negation()));
		while (this.tokens.take("and")) {
			parts.add(negation());
		}
		return joined("and", parts);
	}

	private static String joined(String operator, List<String> parts) {
		return (parts.size() == 1) ? parts.get(0) : operator + "{" + String.join(" ", parts) + "}";
	}

	private String negation() {
		return this.tokens.take("not") ? "not{" + negation() + "}" : predicate();
	}

	private String predicate() {
		String left = concatenation();
		if (this.tokens.take("is", "not", "null")) {
			return "not{null{" + left + "}}";
		}
		if (this.tokens.take("is", "null")) {
			return "null{" + left + "}";
		}
		boolean negated = this.tokens.take("not");
		if (this.tokens.take("in")) {
			return negated(negated, in(left, list("(", ")")));
		}
		if (this.tokens.take("between")) {
			String low = concatenation();
			this.tokens.require("and");
			return negated(negated,
					joined("and", List.of(comparison(left, ">=", low), comparison(left, "<=", concatenation()))));
		}
		if (negated) {
			throw ExpressionTokens.unknown();
		}
		if (this.tokens.take("=", "any")) {
			return in(left, array());
		}
		if (this.tokens.take("<>", "all")) {
			return negated(true, in(left, array()));
		}
		return COMPARISONS.contains(this.tokens.peek()) ? comparison(left, this.tokens.take(), concatenation()) : left;
	}

	private static String negated(boolean negated, String form) {
		return negated ? "not{" + form + "}" : form;
	}

	private static String comparison(String left, String operator, String right) {
		return operator + "{" + compared(left) + " " + compared(right) + "}";
	}

	private static String in(String left, List<String> values) {
		return (values.size() == 1) ? comparison(left, "=", values.get(0))
				: "in{" + left + " " + String.join(" ", values.stream().map(ExpressionForm::compared).toList()) + "}";
	}

	/** For a comparison it does not matter of which type a whole number is. */
	private static String compared(String form) {
		return INTEGER_OF_TYPE.matcher(form).matches() ? form.substring(0, form.indexOf(':')) : form;
	}

	/**
	 * {@code (ARRAY[…])}, in parentheses as often as the server likes, cast to an array
	 * of texts.
	 */
	private List<String> array() {
		this.tokens.require("(");
		List<String> values = new ArrayList<>();
		if (this.tokens.peek().equals("(")) {
			values.addAll(array());
		}
		else {
			this.tokens.require("array");
			values.addAll(list("[", "]"));
		}
		if (this.tokens.take("::") && !TEXTS.contains(type().replace("[]", ""))) {
			throw ExpressionTokens.unknown();
		}
		this.tokens.require(")");
		if (this.tokens.take("::") && !TEXTS.contains(type().replace("[]", ""))) {
			throw ExpressionTokens.unknown();
		}
		return values;
	}

	private List<String> list(String open, String close) {
		this.tokens.require(open);
		List<String> values = new ArrayList<>();
		while (!this.tokens.take(close)) {
			if (!values.isEmpty()) {
				this.tokens.require(",");
			}
			values.add(disjunction());
		}
		return values;
	}

	/** Products differ in whether it is done before arithmetic or behind it. */
	private String concatenation() {
		String form = sum();
		boolean mixed = this.arithmetic;
		while (this.tokens.take("||")) {
			form = "(" + form + "||" + sum() + ")";
			if (mixed || this.arithmetic) {
				throw ExpressionTokens.unknown();
			}
		}
		return form;
	}

	private String sum() {
		String form = product();
		boolean found = this.arithmetic;
		while (Set.of("+", "-").contains(this.tokens.peek())) {
			form = "(" + form + this.tokens.take() + product() + ")";
			found = true;
		}
		this.arithmetic = found;
		return form;
	}

	private String product() {
		String form = unary();
		boolean found = false;
		while (Set.of("*", "/", "%").contains(this.tokens.peek())) {
			form = "(" + form + this.tokens.take() + unary() + ")";
			found = true;
		}
		this.arithmetic = found;
		return form;
	}

	private String unary() {
		return this.tokens.take("-") ? "-" + unary() : casts(primary());
	}

	private String casts(String form) {
		String value = form;
		while (this.tokens.take("::")) {
			value = cast(value, type());
		}
		return value;
	}

	private String cast(String form, String type) {
		boolean literal = form.startsWith("'");
		if (form.equals("null")) {
			return form;
		}
		if (TEXTS.contains(type) && (literal || this.textColumn.test(form))) {
			return form;
		}
		// A number without a point is an integer, which is divided otherwise
		if (literal && ((INTEGERS.contains(type) && form.matches("'-?\\d+'"))
				|| (type.equals("numeric") && form.matches("'-?\\d+\\.\\d+'")))) {
			return form.substring(1, form.length() - 1);
		}
		return form + "::" + type;
	}

	private String type() {
		StringBuilder type = new StringBuilder(name(this.tokens.take()));
		while (WORDS_OF_TYPES.contains(this.tokens.peek())) {
			type.append(' ').append(this.tokens.take());
		}
		if (this.tokens.peek().equals("(")) {
			type.append(list("(", ")"));
			while (WORDS_OF_TYPES.contains(this.tokens.peek())) {
				type.append(' ').append(this.tokens.take());
			}
		}
		while (this.tokens.take("[", "]")) {
			type.append("[]");
		}
		return type.toString();
	}

	private String primary() {
		if (this.tokens.take("(")) {
			String form = disjunction();
			this.tokens.require(")");
			return form;
		}
		if (this.tokens.take("cast", "(")) {
			String form = disjunction();
			this.tokens.require("as");
			String value = cast(form, type());
			this.tokens.require(")");
			return value;
		}
		String token = this.tokens.take();
		char first = token.charAt(0);
		if (first == '\'' || Character.isDigit(first)) {
			return token;
		}
		StringBuilder form = new StringBuilder(name(token));
		while (this.tokens.take(".")) {
			form.append('.').append(name(this.tokens.take()));
		}
		return this.tokens.peek().equals("(") ? form + list("(", ")").toString() : form.toString();
	}

	private String name(String token) {
		char first = token.charAt(0);
		if (first == '"') {
			// What is reserved means something else without its quotes
			return this.identifiers
				.quote(this.identifiers.toLogical(token.substring(1, token.length() - 1).replace("\"\"", "\"")));
		}
		if (!(Character.isLetter(first) || first == '_') || KEYWORDS.contains(token)) {
			throw ExpressionTokens.unknown();
		}
		return token;
	}

}

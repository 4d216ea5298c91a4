package dev.migrate.script;

/**
 * The scripts by which a project's commands are called from its folder.
 */
enum WrapperScript {

	/** For a POSIX shell. */
	SH("migrate", "migrate.sh.template", true),

	/** For Windows. */
	CMD("migrate.cmd", "migrate.cmd.template", false);

	private final String fileName;

	private final String template;

	private final boolean executable;

	WrapperScript(String fileName, String template, boolean executable) {
		this.fileName = fileName;
		this.template = template;
		this.executable = executable;
	}

	String fileName() {
		return this.fileName;
	}

	boolean isExecutable() {
		return this.executable;
	}

	/**
	 * The text of the script.
	 * @param mainClass the class with the main method, or an empty text if the script is
	 * to find it
	 * @return the text, with the line ends of its system
	 */
	String text(String mainClass) {
		String text = ScriptTemplate.resource(this.template).replace("${main_class}", mainClass);
		return (this == CMD) ? text.replace("\n", "\r\n") : text;
	}

}

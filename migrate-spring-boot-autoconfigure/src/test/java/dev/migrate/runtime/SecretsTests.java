package dev.migrate.runtime;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
			"jdbc:postgresql://app:s3:c@r/et@host:5432/db | jdbc:postgresql://app:****@host:5432/db",
			"no driver for jdbc:x://app:secret@host/db, sorry | no driver for jdbc:x://app:****@host/db, sorry",
			"jdbc:postgresql://h/db?user=a&password=s3cret&ssl=true | jdbc:postgresql://h/db?user=a&password=****&ssl=true",
			"jdbc:h2:mem:x;USER=sa;PASSWORD=s3 cret | jdbc:h2:mem:x;USER=sa;PASSWORD=**** cret",
			"sslpassword=a&trustStorePassword=b;pwd=c | sslpassword=****&trustStorePassword=****;pwd=****",
			"jdbc:postgresql://host:5432/db | jdbc:postgresql://host:5432/db",
			"password authentication failed for user \"app\" | password authentication failed for user \"app\"",
			"https://host/path and a@b | https://host/path and a@b" })
	void passwordsAreHidden(String text, String expected) {
		assertThat(Secrets.hide(text)).isEqualTo(expected);
	}

	@Test
	void passwordThatADriverTakesForAHostIsHidden() {
		SQLException failure = new SQLException("The connection attempt failed.", "08001",
				new UnknownHostException("app:s3cret@localhost"));

		SQLException hidden = Secrets.hide(failure);
		assertThat((Throwable) hidden).hasMessage("The connection attempt failed.").hasNoCause();
		assertThat(hidden.getSQLState()).isEqualTo("08001");
		assertThat(Secrets.hideInDriverMessage("Connection to app:s3:c@ret@localhost:1 refused"))
			.isEqualTo("Connection to app:****@localhost:1 refused");
	}

	@Test
	void failureWithoutPasswordStaysAsItIs() {
		SQLException failure = new SQLException("Connection to localhost:5432 refused", new IOException("refused"));

		assertThat((Throwable) Secrets.hide(failure)).isSameAs(failure);
	}

}

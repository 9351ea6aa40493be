package org.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The file a killed process leaves behind holds whatever it had committed, to the last row. */
class FileKeepsCommitsTests {

    @TempDir
    Path folder;

    @Test
    void whatIsCommittedIsInTheFileAtOnce() throws Exception {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Connection living = open(folder);
                Statement statement = living.createStatement()) {
            statement.execute("create table kept (number integer primary key)");
            for (int number = 1; number <= 20; number++) {
                statement.execute("insert into kept values (" + number + ")");
                // as the file stands in the moment of a SIGKILL: what is still in memory is gone
                Path left = Files.createDirectory(killed.resolve("after" + number));
                Files.copy(folder.resolve("waymark.mv.db"), left.resolve("waymark.mv.db"));
                assertThat(rows(left)).isEqualTo(number);
            }
        }
    }

    private static int rows(Path data) throws SQLException {
        try (Connection again = open(data);
                Statement statement = again.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from kept")) {
            found.next();
            return found.getInt(1);
        }
    }

    /** As the product opens it (application.yaml). */
    private static Connection open(Path data) throws SQLException {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        String url = Objects.requireNonNull(settings.getObject()).getProperty("spring.datasource.url");
        return DriverManager.getConnection(url.replace("${waymark.data}", data.toString()), "waymark", "secret");
    }
}

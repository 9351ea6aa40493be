package org.waymark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.waymark.database.Copying;

/** Runs a company's customer-first transformation as a journey of seven stages and seven gates. */
@SpringBootApplication
public class Waymark {

    public static void main(String[] args) {
        if (Copying.isAsked(args)) {
            System.exit(Copying.run(args));
        }
        SpringApplication.run(Waymark.class, args);
    }
}

package org.waymark.process.carry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The notes beside the diagrams about steps that later releases renamed or left out; a note is kept for good. */
public final class Moves {

    private static final String FILE = "processes/moves.json";

    private final List<Move> notes;

    private Moves(List<Move> notes) {
        this.notes = List.copyOf(notes);
    }

    public static Moves of(List<Move> notes) {
        return new Moves(notes);
    }

    /** The notes that come with this release. */
    static Moves shipped() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Moves read(InputStream file) throws IOException {
        return new Moves(List.of(JsonMapper.builder().build().readValue(file, Move[].class)));
    }

    public List<Move> notes() {
        return notes;
    }

    /** What a step is called in a drawing that has these elements; a chain of renames is followed. */
    public String now(String diagram, String step, Set<String> elements) {
        String here = step;
        for (int hops = 0; hops <= notes.size() && !elements.contains(here); hops++) {
            Optional<String> next = became(diagram, here);
            if (next.isEmpty()) {
                return step;
            }
            here = next.get();
        }
        return here;
    }

    /** Where whoever stands at a step that is left out goes on. */
    public Optional<String> then(String diagram, String step) {
        return of(diagram, step).flatMap(note -> Stream.ofNullable(note.then())).findFirst();
    }

    /** Whether a note says that a call stops handing something on. */
    public boolean without(String diagram, String step, String handedOn) {
        return of(diagram, step).anyMatch(note -> handedOn.equals(note.without()));
    }

    private Optional<String> became(String diagram, String step) {
        return of(diagram, step)
                .flatMap(note -> Stream.ofNullable(note.became()))
                .findFirst();
    }

    private Stream<Move> of(String diagram, String step) {
        return notes.stream()
                .filter(note -> note.diagram().equals(diagram) && note.step().equals(step));
    }
}

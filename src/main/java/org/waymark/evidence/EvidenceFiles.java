package org.waymark.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** Files as evidence, in the database; the same name again is a new version, and nothing is ever overwritten. */
@Service
public class EvidenceFiles {

    /** The largest file, in bytes: five megabytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String SELECT =
            "select id, place, name, version, media, bytes, sha256, added_by, added_at from evidence_file";

    private final JdbcClient db;
    private final ObjectProvider<FileScan> scans;

    EvidenceFiles(JdbcClient db, ObjectProvider<FileScan> scans) {
        this.db = db;
        this.scans = scans;
    }

    /** The files at one place, the newest version of each last. */
    public List<EvidenceFile> at(String place) {
        return db.sql(SELECT + " where place = ? order by name, version")
                .param(place)
                .query(EvidenceFile.class)
                .list();
    }

    /** One file by its number; whoever asks has to know that the reader may have it. */
    public EvidenceFile get(long id) {
        return db.sql(SELECT + " where id = ?")
                .param(id)
                .query(EvidenceFile.class)
                .optional()
                .orElseThrow(() -> Refusal.missing("evidence.file.unknown"));
    }

    /** Keeps a file after size, kind, content and, where there is a scanner, the scan. */
    @Transactional
    public EvidenceFile add(String place, String given, byte[] content, String by, OffsetDateTime at) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("evidence.file.name", LONGEST_NAME).at("file");
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw Refusal.invalid("evidence.file.size", LARGEST / (1024 * 1024)).at("file");
        }
        String media = FileTypes.of(name, content)
                .orElseThrow(() -> Refusal.invalid("evidence.file.kind", name).at("file"));
        scans.forEach(scan -> scan.objection(name, content).ifPresent(words -> {
            throw Refusal.invalid("evidence.file.scan", words).at("file");
        }));
        int version = 1
                + db.sql("select coalesce(max(version), 0) from evidence_file where place = ? and name = ?")
                        .params(place, name)
                        .query(Integer.class)
                        .single();
        var key = new GeneratedKeyHolder();
        db.sql("""
                        insert into evidence_file (place, name, version, media, bytes, sha256, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(place, name, version, media, content.length, Sha256.hex(content), by, at)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (int from = 0, turn = 0; from < content.length; from += PIECE, turn++) {
            db.sql("insert into evidence_piece (file, turn, content) values (?, ?, ?)")
                    .params(id, turn, Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)))
                    .update();
        }
        return get(id);
    }

    /** Writes a file out piece by piece, so that it is never whole in memory. */
    public void write(EvidenceFile file, OutputStream out) throws IOException {
        long pieces = (file.bytes() + PIECE - 1) / PIECE;
        for (int turn = 0; turn < pieces; turn++) {
            out.write(db.sql("select content from evidence_piece where file = ? and turn = ?")
                    .params(file.id(), turn)
                    .query((row, number) -> row.getBytes(1))
                    .single());
        }
    }
}

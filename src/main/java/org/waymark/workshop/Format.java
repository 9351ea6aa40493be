package org.waymark.workshop;

import java.util.ArrayList;
import java.util.List;

/** How long a working session is, and how its minutes are shared out (dcfts.md 4.3); breaks are inside the blocks. */
enum Format {
    HALF(15, 20, 30, 35, 20, 20, 65, 20, 15),
    ONE(20, 35, 55, 60, 40, 40, 115, 35, 20),
    TWO(30, 75, 110, 115, 80, 80, 230, 80, 40);

    private static final List<String> BLOCKS = List.of(
            "opening",
            "values",
            "capabilities",
            "maturity",
            "roi",
            "use-cases",
            "operating-model",
            "architecture",
            "commitments");

    private final int[] minutes;

    Format(int... minutes) {
        this.minutes = minutes;
    }

    /** One block: a stage's id, or the opening or the end; its place from 0, and its minutes. */
    record Block(int place, String name, int minutes) {

        public boolean stage() {
            return !name.equals("opening") && !name.equals("commitments");
        }
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int place = 0; place < BLOCKS.size(); place++) {
            blocks.add(new Block(place, BLOCKS.get(place), minutes[place]));
        }
        return blocks;
    }

    /** The stages on every agenda, however long the session is. */
    static List<String> stages() {
        return HALF.blocks().stream().filter(Block::stage).map(Block::name).toList();
    }

    public int total() {
        return blocks().stream().mapToInt(Block::minutes).sum();
    }
}

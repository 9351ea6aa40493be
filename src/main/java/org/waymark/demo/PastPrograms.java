package org.waymark.demo;

import java.util.Arrays;
import java.util.List;

/**
 * Two years of a retail brand's programs: code, name, purpose; launched how many days ago; how it went; risk; how large
 * it is; how slowly people were. How it went: {@code done}, {@code stopped:roi}, {@code gate:roi} (waits at its gate),
 * {@code in:roi} (contributing), then what happened on the way: {@code back:maturity}, {@code cond:values} (kept),
 * {@code owed:values} (still open), {@code hold:roi}.
 */
record PastPrograms(
        String code,
        String name,
        String purpose,
        int daysAgo,
        List<String> way,
        String risk,
        double size,
        double pace) {

    static final List<PastPrograms> ALL = table().lines().map(PastPrograms::of).toList();

    private static String table() {
        return """
                ALDER|Returns without a form|Take a return in one message.|726|done|LOW|0.9|1.0
                BIRCH|One inbox|Read every channel in one place.|705|done cond:values|MEDIUM|1.4|1.1
                CYPRESS|Stores answer too|Let stores answer the questions of their town.|690|done back:capabilities|MEDIUM|1.1|1.3
                DOGWOOD|Reviews that help|Ask for reviews when there is something to say.|668|stopped:roi|HIGH|0.4|1.0
                ELM|Tell me when|Tell customers before they ask.|640|done|LOW|1.2|0.9
                FIR|Members' evening|Bring members and makers together.|622|stopped:values|MEDIUM|0.5|1.2
                GINGKO|Spare parts in a day|Find and send any part in a day.|601|done cond:roi|HIGH|1.8|1.0
                HAZEL|Speak my language|Answer in the language of the question.|577|done|MEDIUM|1.0|1.0
                IVY|Help that finds itself|Make help pages that solve it.|560|done back:roi|LOW|1.5|1.2
                JUNIPER|Size advice|Advise on size so that less comes back.|541|stopped:maturity|MEDIUM|0.6|1.0
                KAPOK|Claims by photo|Settle a claim from a photo.|520|done|HIGH|1.6|0.8
                LARCH|Calm at Christmas|Keep the promise in the busiest weeks.|498|done cond:maturity|MEDIUM|1.3|1.0
                MAPLE|Creators' desk|Answer creators as partners.|470|stopped:roi|HIGH|0.3|1.1
                NUTMEG|Repair first|Offer a repair before a refund.|455|done|LOW|1.0|1.4
                OLIVE|Gift finder|Help people find a gift in chat.|430|done back:values|MEDIUM|1.2|1.0
                PALM|Closed loop|Tell people what changed because of them.|405|done|LOW|0.8|0.9
                QUINCE|Second life|Resell what comes back.|382|stopped:capabilities|HIGH|0.7|1.0
                ROWAN|Warranty without paper|Keep every warranty with its product.|360|done cond:use-cases|MEDIUM|1.1|1.0
                SPRUCE|Store and site agree|One price and one promise everywhere.|335|done|HIGH|1.7|1.0
                TAMARISK|Quiet delivery|Deliver when people are at home.|310|done|MEDIUM|1.2|0.9
                ACACIA|Advice by video|Advise face to face from a store.|150|gate:architecture cond:roi|MEDIUM|1.4|1.2
                ASPEN|Voice of the front line|Hear what agents hear.|140|in:architecture|LOW|1.0|1.0
                BANYAN|Clubs near you|Bring members of a town together.|132|gate:operating-model back:maturity|MEDIUM|0.9|1.0
                BAOBAB|Honest availability|Promise only what is there.|128|in:operating-model owed:roi|HIGH|1.6|1.1
                BEECH|Complaints as gifts|Learn from every complaint.|120|in:operating-model|LOW|1.1|1.2
                CASHEW|Recipes from members|Publish what members make.|112|gate:use-cases|LOW|0.7|1.0
                CHERRY|Ask an expert|Lead a question to who knows.|104|in:use-cases cond:values|MEDIUM|1.2|1.0
                COCOA|Fair waiting|Say how long, and call back.|98|gate:roi back:capabilities|MEDIUM|1.3|1.1
                EBONY|Own words|Write as people speak.|92|in:roi|LOW|0.8|1.0
                FIG|Safe to buy|Answer doubts before the checkout.|86|gate:roi owed:values|HIGH|1.5|1.0
                GUAVA|Suppliers in the room|Let suppliers see what customers say.|80|hold:roi|HIGH|1.0|1.0
                HICKORY|Every store a desk|Pick up service in any store.|74|gate:maturity|MEDIUM|1.1|1.2
                JASMINE|Loyalty that listens|Reward what helps others.|66|in:maturity back:values|MEDIUM|1.2|1.0
                LAUREL|Open warehouse|Show where the parcel is.|58|in:maturity|LOW|0.9|1.1
                LEMON|Answer at night|Be there when shops are closed.|50|hold:maturity|MEDIUM|1.0|1.0
                LOTUS|Partners who care|Choose carriers by what customers say.|44|gate:capabilities|HIGH|1.2|1.0
                MANGO|Try at home|Send three, keep one.|36|in:capabilities owed:values|MEDIUM|1.0|1.0
                MYRTLE|Kind refusals|Say no so that people come back.|28|in:capabilities|LOW|0.7|1.2
                PEAR|Teach me|Teach what the product can do.|18|gate:values|MEDIUM|1.1|1.0
                PLUM|Neighbours help|Let customers answer customers.|9|in:values|LOW|0.9|1.0
                """;
    }

    private static PastPrograms of(String line) {
        String[] cells = line.split("\\|");
        return new PastPrograms(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                Arrays.asList(cells[4].split(" ")),
                cells[5],
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]));
    }

    /** How it stands today: done, stopped, gate, in or hold. */
    String ends() {
        return way.get(0).replaceAll(":.*", "");
    }

    /** The stage in which it stands or ended; none when it is done. */
    String stage() {
        return way.get(0).contains(":") ? way.get(0).substring(way.get(0).indexOf(':') + 1) : "";
    }

    List<String> stages(String happening) {
        return way.stream()
                .filter(one -> one.startsWith(happening + ":"))
                .map(one -> one.substring(happening.length() + 1))
                .toList();
    }
}

package org.waymark.portfolio;

/**
 * The waymark of one stage on screen: shape carries the meaning, colour only repeats it. Drawn here and not in the
 * template because a board holds hundreds of them; nothing in it comes from people.
 */
final class MarkShapes {

    private static final String AGAIN = "<circle class=\"again\" cx=\"16\" cy=\"16\" r=\"13.5\"/>";
    private static final String RING = "<circle class=\"ring\" cx=\"16\" cy=\"16\" r=\"9\"/>";
    private static final int SMALLEST_SHARE = 8;

    private MarkShapes() {}

    /** The inside of a drawing of 32 by 32. */
    static String of(Board.Mark mark) {
        boolean ringed = mark.round() > 1 && !mark.state().equals("SENT_BACK");
        return (ringed ? AGAIN : "")
                + switch (mark.state()) {
                    case "PASSED" ->
                        "<circle class=\"full\" cx=\"16\" cy=\"16\" r=\"10\"/><path class=\"tick\" d=\""
                                + (mark.conditions() > 0 ? "M16 10.5v7M16 20.6v.6" : "M11.5 16.2l3.2 3.2 5.8-6.4")
                                + "\"/>";
                    case "AT_GATE" -> "<path class=\"gate\" d=\"M16 4.5 27.5 16 16 27.5 4.5 16z\"/>";
                    case "OPEN" ->
                        RING + "<circle class=\"share\" cx=\"16\" cy=\"16\" r=\"9\" pathLength=\"100\""
                                + " stroke-dasharray=\"" + Math.max(SMALLEST_SHARE, mark.percentDone())
                                + " 100\" transform=\"rotate(-90 16 16)\"/>";
                    case "ON_HOLD" -> RING + "<path class=\"pause\" d=\"M13 12v8M19 12v8\"/>";
                    case "SENT_BACK" -> AGAIN + RING;
                    case "STOPPED" ->
                        "<circle class=\"stop\" cx=\"16\" cy=\"16\" r=\"9.5\"/>"
                                + "<path class=\"cross\" d=\"M12.4 12.4l7.2 7.2M19.6 12.4l-7.2 7.2\"/>";
                    default -> "<circle class=\"ahead\" cx=\"16\" cy=\"16\" r=\"5\"/>";
                };
    }
}

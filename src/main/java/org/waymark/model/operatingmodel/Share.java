package org.waymark.model.operatingmodel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A share as people type it: 0.40, 40 % and 40 all mean forty percent. */
class Share extends StdDeserializer<BigDecimal> {

    Share() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String typed = json.getText().strip();
        boolean percent = typed.endsWith("%");
        String digits = (percent ? typed.substring(0, typed.length() - 1) : typed).strip();
        if (digits.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            return percent || number.compareTo(BigDecimal.ONE) > 0 ? number.movePointLeft(2) : number;
        } catch (NumberFormatException e) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, typed, "not a share");
        }
    }

    static String show(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}

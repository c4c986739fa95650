import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import com.azure.json.JsonProviders;

/** JSON by azure-json, which MSAL Java brings along. */
final class Json {
    private Json() {}

    static Map<String, Object> parse(String text) throws IOException {
        try (var reader = JsonProviders.createReader(text)) {
            return object(reader.readUntyped());
        }
    }

    static String text(Map<String, Object> value) throws IOException {
        var text = new StringWriter();
        try (var writer = JsonProviders.createWriter(text)) {
            writer.writeUntyped(value);
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }
}

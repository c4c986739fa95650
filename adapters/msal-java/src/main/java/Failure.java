import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import com.microsoft.aad.msal4j.InteractionRequiredExceptionReason;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;

/** An error of the protocol. Its kind is server, client, timeout or unsupported. */
final class Failure extends Exception {
    /** MSAL has no member for the number: it stands in the message. */
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d+)");

    final transient Map<String, Object> reply = new LinkedHashMap<>();

    Failure(String kind, String message) {
        super(message);
        reply.put("kind", kind);
        reply.put("message", message);
    }

    static Failure unsupported(String what) {
        return new Failure("unsupported", what + " is not supported");
    }

    /** What MSAL tells of a refusal. That of T1 comes as the cause of one of step 2. */
    static Failure of(Throwable thrown) {
        MsalServiceException service = causeOf(thrown, MsalServiceException.class);
        if (service != null) return refusal(service);
        if (causeOf(thrown, TimeoutException.class) != null) {
            return new Failure("timeout", "no answer in time");
        }
        MsalException msal = causeOf(thrown, MsalException.class);
        Throwable told = msal == null ? thrown : msal;
        java.io.IOException network = causeOf(thrown, java.io.IOException.class);
        return new Failure(network == null ? "client" : "server", told.toString());
    }

    private static Failure refusal(MsalServiceException service) {
        Failure failure = new Failure("server", String.valueOf(service.getMessage()));
        List<Integer> numbers = new ArrayList<>();
        AADSTS.matcher(String.valueOf(service.getMessage())).results()
            .map(match -> Integer.parseInt(match.group(1))).forEach(numbers::add);
        failure.put("status", service.statusCode());
        failure.put("code", service.errorCode());
        failure.put("correlationId", service.correlationId());
        failure.put("claims", service.claims());
        if (service instanceof MsalInteractionRequiredException) {
            failure.put("suberror", suberrorOf((MsalInteractionRequiredException) service));
        }
        if (!numbers.isEmpty()) failure.put("aadsts", numbers);
        return failure;
    }

    private static String suberrorOf(MsalInteractionRequiredException refusal) {
        var reason = refusal.reason();
        return reason == InteractionRequiredExceptionReason.NONE
            ? null : reason.name().toLowerCase(Locale.ROOT);
    }

    private void put(String name, Object value) {
        if (value != null) reply.put(name, value);
    }

    private static <T extends Throwable> T causeOf(Throwable thrown, Class<T> type) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (type.isInstance(one)) return type.cast(one);
        }
        return null;
    }
}

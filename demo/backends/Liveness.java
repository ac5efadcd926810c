import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The three calls of a backend, and the webhook, with the JDK alone (11 or newer). The JDK reads no JSON: the few fields are
 * found by their shape; with Jackson or Gson in your project, parse the answers with it.
 */
public final class Liveness {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String baseUrl;
  private final String accessKey;
  private final String secretKey;

  public Liveness(String baseUrl, String accessKey, String secretKey) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  /** 1. A signature, which makes an authorization key. Ask for a new one each time. */
  private String[] authorization() throws Exception {
    String keys = "{\"access_key\":" + quoted(accessKey) + ",\"secret_key\":" + quoted(secretKey) + "}";
    String answer = post("/public/auth/v1/signatures", keys);
    String timestamp = field(answer, "x-nodeflux-timestamp");
    String credential = accessKey + "/" + timestamp.substring(0, 8)
        + "/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic";
    return new String[] {
      "authorization",
      "NODEFLUX-HMAC-SHA256 Credential=" + credential
          + ", SignedHeaders=x-nodeflux-timestamp, Signature=" + field(answer, "token"),
      "x-nodeflux-timestamp",
      timestamp,
    };
  }

  /** 2. A token for one page and one check. Remember which session you gave it to. */
  public String createSubmissionToken(String subject) throws Exception {
    String body = subject == null ? "null" : "{\"subject\":" + quoted(subject) + "}";
    return field(post("/auth/v1/submission_tokens", body, authorization()), "submission_token");
  }

  /** 3. The result, read with the token that this very user was given: a job id from a browser proves nothing. */
  public String readJob(String jobId, String submissionToken) throws Exception {
    if (!jobId.matches("[\\w-]{1,128}")) throw new IllegalArgumentException("no job id");
    HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/v1/jobs/" + jobId))
        .timeout(LIMIT)
        .header("authorization", submissionToken)
        .build();
    return send(request);
  }

  /** A check by link, on the service's own page. `body` is JSON: subject, return_url, state, language, lifetime_seconds. */
  public String createCheckLink(String body) throws Exception {
    return field(post("/v1/check-links", body, authorization()), "url");
  }

  /** Verifies a webhook; `body` is what was posted, before any parser. Act once on each id. */
  public static boolean isGenuine(String id, String timestamp, String signatures, byte[] body, String secret)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes();
    boolean isSigned = false;
    for (String given : signatures.split(" ")) isSigned |= MessageDigest.isEqual(expected, given.getBytes());
    return isSigned && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
  }

  private String post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(LIMIT)
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length > 0 ? request.headers(headers).build() : request.build());
  }

  private String send(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    // Never the body: it may repeat what belongs to a person.
    if (answer.statusCode() >= 300) throw new IllegalStateException("the service answered " + answer.statusCode());
    return answer.body();
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + Pattern.quote(name) + "\":\"([^\"\\\\]*)\"").matcher(json);
    if (!found.find()) throw new IllegalStateException("the answer has no " + name);
    return found.group(1);
  }

  private static String quoted(String text) {
    if (text.chars().anyMatch(c -> c < 32)) throw new IllegalArgumentException("a control character");
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  public static void main(String[] arguments) throws Exception {
    Liveness liveness = new Liveness(
        System.getenv("LIVENESS_URL"), System.getenv("NODEFLUX_ACCESS_KEY"), System.getenv("NODEFLUX_SECRET_KEY"));
    System.out.println(liveness.createSubmissionToken("customer-4711"));
  }
}

<?php
// The three calls of a backend, and the webhook, with PHP 8.1 and its curl. Not run by this repository's tests.
declare(strict_types=1);

final class Liveness
{
    public function __construct(
        private string $baseUrl,
        private string $accessKey,
        private string $secretKey,
    ) {
        $this->baseUrl = rtrim($baseUrl, '/');
    }

    /** 2. A token for one page and one check. Remember which session you gave it to. */
    public function createSubmissionToken(?string $subject = null): string
    {
        $body = $subject === null ? null : ['subject' => $subject];
        return $this->call('POST', '/auth/v1/submission_tokens', $body, $this->authorization())['submission_token'];
    }

    /** 3. The result, read with the token that this very user was given: a job id from a browser proves nothing. */
    public function readJob(string $jobId, string $submissionToken): array
    {
        if (!preg_match('/^[\w-]{1,128}$/D', $jobId)) {
            throw new InvalidArgumentException('no job id');
        }
        return $this->call('GET', "/v1/jobs/$jobId", null, ["authorization: $submissionToken"]);
    }

    /** A check by link, on the service's own page: subject, return_url, state, language, lifetime_seconds. */
    public function createCheckLink(array $options): array
    {
        return $this->call('POST', '/v1/check-links', (object) $options, $this->authorization());
    }

    /** 1. A signature, which makes an authorization key. Ask for a new one each time. */
    private function authorization(): array
    {
        $keys = ['access_key' => $this->accessKey, 'secret_key' => $this->secretKey];
        $answer = $this->call('POST', '/public/auth/v1/signatures', $keys);
        $timestamp = $answer['headers']['x-nodeflux-timestamp'];
        $credential = $this->accessKey . '/' . substr($timestamp, 0, 8)
            . '/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic';
        return [
            "authorization: NODEFLUX-HMAC-SHA256 Credential=$credential, "
                . "SignedHeaders=x-nodeflux-timestamp, Signature={$answer['token']}",
            "x-nodeflux-timestamp: $timestamp",
        ];
    }

    private function call(string $method, string $path, mixed $body, array $headers = []): array
    {
        $curl = curl_init($this->baseUrl . $path);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 10,
            CURLOPT_HTTPHEADER => ['content-type: application/json', ...$headers],
        ]);
        if ($method === 'POST') {
            curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body, JSON_THROW_ON_ERROR));
        }
        $answer = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($answer === false || $status >= 300) {
            throw new RuntimeException("the service answered $status");
        }
        return json_decode($answer, true, 32, JSON_THROW_ON_ERROR);
    }
}

/** Whether a webhook is genuine; $body is file_get_contents('php://input'). Act once on each webhook-id. */
function isGenuineWebhook(string $id, string $timestamp, string $signatures, string $body, string $secret): bool
{
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
    if ($key === false || strlen($key) < 24 || !ctype_digit($timestamp)) {
        return false;
    }
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    $signed = array_filter(explode(' ', $signatures), fn(string $given): bool => hash_equals($expected, $given));
    return $signed !== [] && abs(time() - (int) $timestamp) <= 300;
}

"""The three calls of a backend, and the webhook, with Python's standard library alone (3.9 or newer)."""

import base64
import hashlib
import hmac
import json
import os
import time
import urllib.request


class Liveness:
    def __init__(self, base_url, access_key, secret_key):
        self.base_url = base_url.rstrip("/")
        self.access_key = access_key
        self.secret_key = secret_key

    def _call(self, method, path, body=None, headers=None):
        request = urllib.request.Request(
            self.base_url + path,
            method=method,
            data=None if method == "GET" else json.dumps(body).encode(),
            headers={"content-type": "application/json", **(headers or {})},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def _authorization(self):
        """1. A signature, which makes an authorization key. Ask for a new one each time."""
        keys = {"access_key": self.access_key, "secret_key": self.secret_key}
        answer = self._call("POST", "/public/auth/v1/signatures", keys)
        timestamp = answer["headers"]["x-nodeflux-timestamp"]
        credential = f"{self.access_key}/{timestamp[:8]}/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic"
        return {
            "authorization": f"NODEFLUX-HMAC-SHA256 Credential={credential}, "
            f"SignedHeaders=x-nodeflux-timestamp, Signature={answer['token']}",
            "x-nodeflux-timestamp": timestamp,
        }

    def create_submission_token(self, subject=None):
        """2. A token for one page and one check. Remember which session you gave it to."""
        body = None if subject is None else {"subject": subject}
        answer = self._call("POST", "/auth/v1/submission_tokens", body, self._authorization())
        return answer["submission_token"]

    def read_job(self, job_id, submission_token):
        """3. The result, read with the token that this very user was given: a job id from a browser proves nothing."""
        return self._call("GET", f"/v1/jobs/{job_id}", headers={"authorization": submission_token})

    def create_check_link(self, **options):
        """A check by link, on the service's own page: subject, return_url, state, language, lifetime_seconds."""
        return self._call("POST", "/v1/check-links", options, self._authorization())


def is_live(answer):
    """Whether a job came out live. Anything but this is not."""
    result = answer["job"]["result"]
    return answer["ok"] and result["status"] == "success" and result["result"][0]["face_liveness"]["live"] is True


def verify_webhook(headers, body, secret, now=time.time, tolerance_seconds=300):
    """Verifies a webhook (lower-case header names, body as bytes) and returns what it says. Act once on each id."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    webhook_id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = headers["webhook-signature"].split(" ")
    if not any(hmac.compare_digest(expected, one) for one in given):
        raise ValueError("the signature is wrong")
    if abs(now() - int(timestamp)) > tolerance_seconds:
        raise ValueError("the message is too old")
    return webhook_id, json.loads(body)


if __name__ == "__main__":
    liveness = Liveness(
        os.environ["LIVENESS_URL"],
        os.environ["NODEFLUX_ACCESS_KEY"],
        os.environ["NODEFLUX_SECRET_KEY"],
    )
    print(liveness.create_submission_token(subject="customer-4711"))

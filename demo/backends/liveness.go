// Package liveness has the three calls of a backend, and the webhook, with Go's standard library alone. Not run by this
// repository's tests.
package liveness

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Client speaks to one service with one access key.
type Client struct {
	BaseURL, AccessKey, SecretKey string
}

var client = http.Client{Timeout: 10 * time.Second}
var jobID = regexp.MustCompile(`^[\w-]{1,128}$`)

// CreateSubmissionToken (2) makes a token for one page and one check. Remember which session you gave it to.
func (c Client) CreateSubmissionToken(subject string) (string, error) {
	headers, err := c.authorization()
	if err != nil {
		return "", err
	}
	var answer struct {
		Token string `json:"submission_token"`
	}
	body := map[string]string{"subject": subject}
	err = c.call("POST", "/auth/v1/submission_tokens", body, headers, &answer)
	return answer.Token, err
}

// IsLive (3) reads the result with the token that this very user was given: a job id from a browser proves nothing.
func (c Client) IsLive(id, submissionToken string) (done, live bool, err error) {
	if !jobID.MatchString(id) {
		return false, false, errors.New("no job id")
	}
	var answer struct {
		OK  bool `json:"ok"`
		Job struct {
			Result struct {
				Status string `json:"status"`
				Result []struct {
					FaceLiveness struct {
						Live bool `json:"live"`
					} `json:"face_liveness"`
				} `json:"result"`
			} `json:"result"`
		} `json:"job"`
	}
	headers := map[string]string{"authorization": submissionToken}
	if err := c.call("GET", "/v1/jobs/"+id, nil, headers, &answer); err != nil {
		return false, false, err
	}
	result := answer.Job.Result
	switch result.Status {
	case "success":
		return true, answer.OK && len(result.Result) > 0 && result.Result[0].FaceLiveness.Live, nil
	case "incompleted", "failed":
		return true, false, nil
	}
	return false, false, nil
}

// authorization (1) gets a signature, which makes an authorization key. Ask for a new one each time.
func (c Client) authorization() (map[string]string, error) {
	var answer struct {
		Token   string            `json:"token"`
		Headers map[string]string `json:"headers"`
	}
	keys := map[string]string{"access_key": c.AccessKey, "secret_key": c.SecretKey}
	if err := c.call("POST", "/public/auth/v1/signatures", keys, nil, &answer); err != nil {
		return nil, err
	}
	timestamp := answer.Headers["x-nodeflux-timestamp"]
	if len(timestamp) < 8 {
		return nil, errors.New("the answer has no timestamp")
	}
	credential := c.AccessKey + "/" + timestamp[:8] + "/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic"
	return map[string]string{
		"authorization": fmt.Sprintf("NODEFLUX-HMAC-SHA256 Credential=%s, SignedHeaders=x-nodeflux-timestamp, Signature=%s",
			credential, answer.Token),
		"x-nodeflux-timestamp": timestamp,
	}, nil
}

func (c Client) call(method, path string, body any, headers map[string]string, answer any) error {
	var sent bytes.Buffer
	if method != "GET" {
		if err := json.NewEncoder(&sent).Encode(body); err != nil {
			return err
		}
	}
	request, err := http.NewRequest(method, strings.TrimRight(c.BaseURL, "/")+path, &sent)
	if err != nil {
		return err
	}
	request.Header.Set("content-type", "application/json")
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return fmt.Errorf("the service answered %d", response.StatusCode)
	}
	return json.NewDecoder(response.Body).Decode(answer)
}

// IsGenuine verifies a webhook; body is what was posted, before any parser. Act once on each id.
func IsGenuine(id, timestamp, signatures string, body []byte, secret string) bool {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	seconds, wrong := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || wrong != nil || len(key) < 24 {
		return false
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.", id, timestamp)
	mac.Write(body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	signed := false
	for _, given := range strings.Split(signatures, " ") {
		signed = hmac.Equal(expected, []byte(given)) || signed
	}
	age := time.Since(time.Unix(seconds, 0))
	return signed && age < 5*time.Minute && age > -5*time.Minute
}

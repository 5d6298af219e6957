/**
 * Of the tests' own mail server on this machine, and of nothing else: its key is no secret, and nobody trusts its certificate but
 * a runtime that a test has told to. `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500
 * -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1`
 */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggtGcKPRv3mNlrrbS
upD2SnKee1wio/PUS9PAz7ZpSV2hRANCAAQOhvjYQ+q1/2atJnk3eW2iuNACmVXl
fw0PDt8hTJfNr2Guvm04OR/qxJttHI1Pr3MEJhKmpZsLuf80imjslPo6
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUXtAdgemHLsFEwboP35xvwvzOwqgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA0MDAyNloYDzIxMjYxMDMw
MDQwMDI2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQOhvjYQ+q1/2atJnk3eW2iuNACmVXlfw0PDt8hTJfNr2Guvm04OR/q
xJttHI1Pr3MEJhKmpZsLuf80imjslPo6o28wbTAdBgNVHQ4EFgQUppSSdGwiUy2x
tZor8uTC7+FR934wHwYDVR0jBBgwFoAUppSSdGwiUy2xtZor8uTC7+FR934wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhALJnungHKQFh1lGLCnIesZKrJXxMfZ0aSQ348cE1WJrUAiEA
7feUIWy/nRP927zFmUb99NR2+lgoP6Wn6+XLT0Y3n2A=
-----END CERTIFICATE-----`,
} as const;

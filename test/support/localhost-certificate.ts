/**
 * Of the tests' own mail server on this machine, and of nothing else: its key is no secret, and nobody trusts its certificate but
 * a runtime that a test has told to. `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500
 * -subj /CN=localhost -addext subjectAltName=DNS:localhost`
 */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3EAMhzLnbD5J50RU
PUB4J7gQeh1BFoHvlvGguPt817yhRANCAATyxag1xyJQB4JDZYfZEjDsnY62b0sU
r4M1b9OlAoebEmJgNK9sTdsmf0K+bTPq8B/fWtufB1wU4weGVf3Hpdbj
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUQTWHvKi6JVnOiFzRFlXNCPPR+ucwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA0MDk0NFoYDzIxMjYxMDMw
MDQwOTQ0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATyxag1xyJQB4JDZYfZEjDsnY62b0sUr4M1b9OlAoebEmJgNK9sTdsm
f0K+bTPq8B/fWtufB1wU4weGVf3Hpdbjo2kwZzAdBgNVHQ4EFgQUlrYTVbn++xNJ
ANiCdAbQOPnoFkcwHwYDVR0jBBgwFoAUlrYTVbn++xNJANiCdAbQOPnoFkcwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAO+KaX/IZXuUkcnjlFLXo2uel4r7+RHA4jJsB8FWj/xXAiBx/4ZFDTf3
oZhPo+8MNRyhiDmiTo9R4pEPgn5rcAsTCA==
-----END CERTIFICATE-----`,
} as const;

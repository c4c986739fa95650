/**
 * How a provider that is busy answers: with an error in JSON, as always. Clients that read the body before the
 * status behave otherwise without one.
 */
export function busy(status: number, headers: Readonly<Record<string, string>> = {}) {
  const body = {
    error: 'temporarily_unavailable',
    error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
    error_codes: [90033],
  }
  return {
    status,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  }
}

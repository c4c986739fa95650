/** Faults that a client meets in life, for the control API. */
export const faultPresets: Readonly<
  Record<string, { readonly title: string; readonly fault: Readonly<Record<string, unknown>> }>
> = {
  throttled: {
    title: 'is throttled for 7 seconds (429)',
    fault: { status: 429, headers: { 'Retry-After': '7' }, body: '{"error":"throttled"}' },
  },
  unavailable: { title: 'finds the service unavailable (503)', fault: { status: 503 } },
  html: {
    title: 'gets HTML in place of JSON (502)',
    fault: { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' },
  },
  drop: { title: 'gets no answer at all', fault: { connection: 'drop' } },
  slow: { title: 'waits 5 seconds', fault: { delayMs: 5000 } },
  tokenless: { title: 'gets an answer without access_token', fault: { omit: ['access_token'] } },
}

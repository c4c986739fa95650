import { Agent, request } from 'node:http'

/** A token request that a server answers with 200. */
export type TokenRequest = { readonly url: string; readonly form: string }

const connections = 8
const agent = new Agent({ keepAlive: true, maxSockets: connections })

/** Sends requests over eight kept connections, each as soon as the last one is answered. */
export async function load(count: number, next: () => TokenRequest): Promise<void> {
  let left = count
  const connection = async () => {
    while (left > 0) {
      left -= 1
      await send(next())
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
}

/** Milliseconds from request to answer, one after another on one connection. */
export async function latencies(count: number, next: () => TokenRequest): Promise<number[]> {
  const measured: number[] = []
  for (let sent = 0; sent < count; sent++) {
    const start = performance.now()
    await send(next())
    measured.push(performance.now() - start)
  }
  return measured
}

/** @returns the access token; throws for any answer but 200, so that no refusal is measured as a token */
export async function send({ url, form }: TokenRequest): Promise<string> {
  const text = await post(url, form)
  return String(JSON.parse(text).access_token)
}

function post(url: string, form: string): Promise<string> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(form),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${url} answered ${response.statusCode}: ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(form)
  })
}

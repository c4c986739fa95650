/** What a PEM text encodes. */
export function pemBytes(pem: string): Uint8Array<ArrayBuffer> {
  const text = atob(pem.replace(/-----[A-Z ]+-----|\s/g, ''))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

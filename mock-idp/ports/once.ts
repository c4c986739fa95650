/** Makes it when it is first asked for, and never again. */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let making: Promise<Made> | undefined
  return () => {
    making ??= make()
    return making
  }
}

import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Whether a process on this machine still listens there, which shows that it runs. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** A killed process takes a moment to end. */
export async function stopsListening(port: number): Promise<boolean> {
  for (let tries = 0; tries < 3000; tries++) {
    if (!(await isListening(port))) return true
    await delay(10)
  }
  return false
}

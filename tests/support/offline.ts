import { setupServer } from 'msw/node'
import { isLoopbackUrl } from '../../wire/loopback.ts'

// Loaded before a run: a request to any host but this machine fails, so that a run that reaches outside fails.

setupServer().listen({
  onUnhandledRequest: (request, print) => {
    if (!isLoopbackUrl(request.url)) print.error()
  },
})

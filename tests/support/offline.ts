import { setupServer } from 'msw/node'

// Loaded before a run: a request to any host but this machine fails, so that a run that reaches outside fails.
const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

setupServer().listen({
  onUnhandledRequest: (request, print) => {
    if (!local.test(new URL(request.url).hostname)) print.error()
  },
})

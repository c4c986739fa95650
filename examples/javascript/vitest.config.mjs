// biome-ignore lint/style/noDefaultExport: Vitest wants it.
export default {
  test: {
    include: ['*.vitest.ts'],
    // The first test of a worker waits for the mock to start.
    testTimeout: 60_000,
  },
}

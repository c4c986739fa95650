module.exports = { testMatch: ['**/*.jest.js'], testTimeout: 60_000 }

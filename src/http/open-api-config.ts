/**
 * What the API's document says about itself; the routes say the rest.
 *
 * @module
 */

export const openApiConfig = {
  openapi: '3.1.0',
  info: {
    title: 'Parley',
    version: '1',
    description:
      'An agent that acts for a customer. Nothing binds without an approval, by a person entitled to give it, of exactly ' +
      'the terms shown. Money is a decimal string with its currency, a day is written YYYY-MM-DD, an instant is ISO 8601.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}

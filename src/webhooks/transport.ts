/**
 * How a delivery leaves the machine: looking a name up, and one POST to the address that was looked at. On Node and on
 * Workers these are different things.
 *
 * @module
 */
export interface WebhookTransport {
  /** Every address of a name. @throws when it cannot be looked up */
  resolve(host: string): Promise<readonly string[]>
  /**
   * Posts to `address` under the URL's own name and follows no redirect.
   *
   * @returns the status alone; what is answered is not read
   * @throws when nothing is there, or it takes longer than `timeoutMs`
   */
  post(request: {
    readonly url: URL
    readonly address: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly timeoutMs: number
  }): Promise<{ readonly status: number }>
}

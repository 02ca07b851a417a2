/**
 * Files of the pages and of the API's documentation: from disk on Node, from a binding on a Worker.
 *
 * @module
 */

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

export interface Assets {
  /** A file by its public path (`web/index.html`, `docs/swagger-ui.css`); null when there is none. */
  read(path: string): Promise<Asset | null>
}

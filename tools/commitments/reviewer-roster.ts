/**
 * Reviewers who lost the role here, whatever their token still says.
 *
 * @module
 */

export interface ReviewerRoster {
  /** From now on this person's votes count for nothing, also those that were given; false when it was so before. */
  revoke(person: string, by: string): Promise<boolean>
  /** Gives the role back; false when it was not taken. */
  reinstate(person: string, by: string): Promise<boolean>
  /** Who is without the role now, by name. */
  revoked(): Promise<readonly string[]>
}

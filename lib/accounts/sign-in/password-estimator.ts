/** PORT: tells how hard a password is to guess for somebody who tries the likely ones first. */
export interface PasswordEstimator {
  /**
   * @param password 1 to 128 characters
   * @param words that whoever guesses would try for this person: their user ID, name and mail addresses
   */
  isGuessable(password: string, words: readonly string[]): Promise<boolean>;
}

package io.arduinotrader.persistence.projection;

/**
 * What events are marked with for the projections: one tag per family. Pekko asks for the tag of an
 * event without saying whose it is, so a tag can only follow from the event itself; and one reader
 * per family is plenty for one person's account.
 */
public final class ProjectionTags {

  /** Every event of a portfolio. */
  public static final String PORTFOLIO = "portfolio";

  /** Every event of a security. */
  public static final String SECURITY = "security";

  /** Every event of a portfolio state's plans. */
  public static final String PLAN = "plan";

  private ProjectionTags() {}
}

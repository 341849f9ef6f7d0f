package io.arduinotrader.universe.feed;

/**
 * Nearly normal numbers by name and index. The number of a name and an index is always the same,
 * whichever others were asked for before, so that a new series or a longer span of days changes no
 * number there was.
 *
 * <p>The bits are those of the splitmix64 finalizer (S. Vigna, public domain) over name, index and
 * seed. Four uniform numbers are cut from them and added; their sum is the Irwin-Hall distribution
 * of order four (N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions,
 * volume 2, section 26.9), close to the normal one up to three deviations. No transcendental
 * functions: every machine gets the same doubles.
 *
 * @param seed tells one invented market from another
 */
record SampleNoise(long seed) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int UNIFORM_BITS = 16;
  private static final int UNIFORMS = Long.SIZE / UNIFORM_BITS;
  private static final long UNIFORM_MASK = (1L << UNIFORM_BITS) - 1;

  /** The mean of the sum and, by the variance of a twelfth of each, its deviation. */
  private static final double MEAN = UNIFORMS * UNIFORM_MASK / 2.0;

  private static final double DEVIATION = (1L << UNIFORM_BITS) * StrictMath.sqrt(UNIFORMS / 12.0);

  /** One named series of numbers. */
  record Series(long key) {

    /** The number of an index: mean 0, standard deviation 1. */
    double at(long index) {
      long bits = mix(key + index * GOLDEN_GAMMA);
      long sum = 0;
      for (int i = 0; i < UNIFORMS; i++) {
        sum += bits >>> (i * UNIFORM_BITS) & UNIFORM_MASK;
      }
      return (sum - MEAN) / DEVIATION;
    }
  }

  /** The series of a name. */
  Series series(String name) {
    long key = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      key = mix(key + name.charAt(i) * GOLDEN_GAMMA);
    }
    return new Series(key);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

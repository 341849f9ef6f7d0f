package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.domain.BrokerCapabilities.Uniqueness;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes wrong in one run. The same scenario is always the same run.
 *
 * @param seed decides the order of everything that may happen in any order
 * @param names what the broker makes of the names of orders
 * @param steps what is done to the house, by the step before which it happens
 * @param faults what happens to calls to the broker, by their number
 */
record Scenario(
    long seed, Uniqueness names, TreeMap<Integer, Act> steps, TreeMap<Integer, CallFault> faults) {

  private static final int WISHES = 12;
  private static final int PLANNED = 4;
  private static final int STEPS = 2500;
  private static final int CALLS = 120;
  private static final int SECURITIES = 3;

  /** What is done to the house. */
  sealed interface Act {}

  /**
   * A trade somebody has in mind.
   *
   * @param security which of the three
   */
  record Trade(Side side, int security, int quantity) {

    private static Trade any(SplittableRandom random) {
      Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
      return new Trade(side, random.nextInt(SECURITIES), 1 + random.nextInt(45));
    }
  }

  /** Somebody wishes to trade. */
  record Wish(IntentId id, Trade trade) implements Act {}

  /** Somebody trades at the broker, past the house. */
  record Outside(IntentId id, Trade trade) implements Act {}

  /** Somebody has the trading cycle run; this is what will be planned. */
  record Cycle(CycleId id, List<Trade> plan) implements Act {}

  /** Somebody wants an order back. */
  record Cancel(IntentId id) implements Act {}

  /** The node dies and comes back. */
  record NodeDies() implements Act {}

  /** Only the order's actor dies; what it has under way goes on without it. */
  record OrderDies(IntentId id) implements Act {}

  /** The account's rules die. */
  record AccountDies() implements Act {}

  /** The portfolio dies. */
  record PortfolioDies() implements Act {}

  /** The trading cycle dies, and is looked at again. */
  record CycleDies() implements Act {}

  /** What happens to a call to the broker. */
  enum CallFault {
    /** The broker never hears it. */
    LOST,
    /** The broker does it, and nobody hears the answer. */
    ANSWER_LOST,
    /** The house gives up waiting before the order arrives; other calls are not affected. */
    LATE,
    /** The node dies right after the broker has done it. */
    NODE_DIES,
    /** The answer is an older one, where the broker only tells of its books. */
    STALE
  }

  /** A scenario made up from a seed. */
  static Scenario of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeMap<Integer, Act> steps = new TreeMap<>();
    int wishes = random.nextInt(1, WISHES + 1);
    for (int i = 0; i < wishes; i++) {
      IntentId id = new IntentId("wish-" + i);
      int at = random.nextInt(STEPS / 2);
      put(steps, at, new Wish(id, Trade.any(random)));
      troubles(id, at, random, steps);
    }
    for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
      IntentId id = new IntentId("outside-" + i);
      int at = random.nextInt(STEPS);
      put(steps, at, new Outside(id, Trade.any(random)));
      troubles(id, at, random, steps);
    }
    for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
      cycle(new CycleId("cycle-" + i), random, steps);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      Act death =
          switch (random.nextInt(4)) {
            case 0 -> new AccountDies();
            case 1 -> new PortfolioDies();
            default -> new NodeDies();
          };
      put(steps, random.nextInt(STEPS), death);
    }
    TreeMap<Integer, CallFault> faults = new TreeMap<>();
    int rarity = random.nextInt(3, 60);
    for (int call = 1; call <= CALLS; call++) {
      if (random.nextInt(rarity) == 0) {
        faults.put(call, CallFault.values()[random.nextInt(CallFault.values().length)]);
      }
    }
    return new Scenario(
        seed, random.nextInt(4) == 0 ? Uniqueness.VISIBLE : Uniqueness.ENFORCED, steps, faults);
  }

  private static void cycle(CycleId id, SplittableRandom random, TreeMap<Integer, Act> steps) {
    int at = random.nextInt(STEPS / 2);
    List<Trade> plan =
        IntStream.range(0, random.nextInt(1, PLANNED + 1))
            .mapToObj(step -> Trade.any(random))
            .toList();
    put(steps, at, new Cycle(id, plan));
    for (int i = random.nextInt(4); i > 0; i--) {
      put(steps, at + random.nextInt(1, 700), new CycleDies());
    }
    troubles(new IntentId(id + "#1"), at + 300, random, steps);
  }

  private static void troubles(
      IntentId id, int at, SplittableRandom random, TreeMap<Integer, Act> steps) {
    if (random.nextInt(4) == 0) {
      put(steps, at + random.nextInt(1, 400), new Cancel(id));
    }
    if (random.nextInt(3) == 0) {
      put(steps, at + random.nextInt(1, 250), new OrderDies(id));
    }
  }

  private static void put(TreeMap<Integer, Act> steps, int from, Act act) {
    int at = from;
    while (steps.containsKey(at)) {
      at++;
    }
    steps.put(at, act);
  }

  List<Wish> wishes() {
    return of(Wish.class);
  }

  List<Outside> outsides() {
    return of(Outside.class);
  }

  List<Cycle> cycles() {
    return of(Cycle.class);
  }

  private <A extends Act> List<A> of(Class<A> kind) {
    return steps.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The same with one thing less going wrong, each in turn. */
  Stream<Scenario> simpler() {
    List<Integer> acts = new ArrayList<>(steps.keySet());
    List<Integer> calls = new ArrayList<>(faults.keySet());
    return Stream.concat(
        halves(calls).map(kept -> new Scenario(seed, names, steps, only(faults, kept))),
        Stream.concat(
            acts.stream().map(at -> new Scenario(seed, names, without(steps, at), faults)),
            calls.stream().map(at -> new Scenario(seed, names, steps, without(faults, at)))));
  }

  private static Stream<List<Integer>> halves(List<Integer> keys) {
    int middle = keys.size() / 2;
    return keys.size() < 4
        ? Stream.of()
        : IntStream.of(0, 1)
            .mapToObj(
                half ->
                    half == 0
                        ? List.copyOf(keys.subList(0, middle))
                        : List.copyOf(keys.subList(middle, keys.size())));
  }

  private static <V> TreeMap<Integer, V> only(TreeMap<Integer, V> all, List<Integer> kept) {
    TreeMap<Integer, V> some = new TreeMap<>(all);
    some.keySet().retainAll(kept);
    return some;
  }

  private static <V> TreeMap<Integer, V> without(TreeMap<Integer, V> all, Integer key) {
    TreeMap<Integer, V> rest = new TreeMap<>(all);
    rest.remove(key);
    return rest;
  }
}

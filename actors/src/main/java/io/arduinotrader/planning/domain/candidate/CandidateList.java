package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The trades to combine, and those that were considered and left out.
 *
 * @param candidates in the order of securities, sales first
 * @param rejected one for each security and side without a candidate, the most urgent first
 */
public record CandidateList(List<Candidate> candidates, List<Plan.Rejected> rejected) {

  /** Of a large universe only the most urgent refusals are told. */
  private static final int REJECTED_AT_MOST = 200;

  private static final int NAME_PREFIX = 3;
  private static final double HALF = 0.5;

  /** What is traded, and on which side. */
  private record Key(int asset, Side side) {

    static Key of(Sized sized) {
      return new Key(sized.idea().asset().number(), sized.side());
    }
  }

  /** All candidates of a situation. */
  public static CandidateList of(Situation situation) {
    PlannerSettings settings = situation.settings();
    Eligibility eligibility =
        new Eligibility(settings, situation.inputs().asOf(), situation.cash() < 0);
    List<Sized> chosen = new ArrayList<>();
    List<Sized> refused = new ArrayList<>();
    for (Category category : Category.values()) {
      List<Sized> fit = new ArrayList<>();
      ideas(situation, category)
          .sorted(Idea.BY_PRIORITY)
          .map(idea -> judged(situation, eligibility, idea))
          .forEach(sized -> (sized.refusal().isEmpty() ? fit : refused).add(sized));
      List<Sized> selected = selected(settings.selection(), fit);
      chosen.addAll(selected);
      fit.stream()
          .filter(sized -> !selected.contains(sized))
          .map(sized -> sized.refused(outdone(settings.selection())))
          .forEach(refused::add);
    }
    Map<Key, List<Sized>> merged = new LinkedHashMap<>();
    chosen.stream()
        .sorted(Comparator.comparing(Sized::idea, Idea.BY_PRIORITY))
        .forEach(
            sized -> merged.computeIfAbsent(Key.of(sized), key -> new ArrayList<>()).add(sized));
    List<Candidate> candidates = new ArrayList<>();
    double proceeds = proceeds(situation, merged.values());
    merged.values().forEach(same -> candidates.addAll(variants(situation, same, proceeds)));
    candidates.sort(
        Comparator.comparing(Candidate::side, Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.asset().number())
            .thenComparing(Candidate::shares, Comparator.reverseOrder()));
    return new CandidateList(List.copyOf(candidates), rejected(refused, merged.keySet()));
  }

  /** All ideas of a category, also of what may not be traded. */
  static Stream<Idea> ideas(Situation situation, Category category) {
    return switch (category) {
      case PROFIT_TAKING -> HoldingIdeas.profits(situation);
      case AVERAGING_DOWN -> HoldingIdeas.dips(situation);
      case REBALANCE_SELLS -> GroupIdeas.sells(situation);
      case REBALANCE_BUYS -> GroupIdeas.buys(situation);
      case OPPORTUNITY_BUYS -> GroupIdeas.opportunities(situation);
      case WEIGHT_SELLS, WEIGHT_BUYS ->
          WeightIdeas.all(situation).filter(idea -> idea.category() == category);
    };
  }

  private static Sized judged(Situation situation, Eligibility eligibility, Idea idea) {
    Sized sized = Sized.of(situation, idea);
    Optional<Refusal> refusal =
        (idea.side() == Side.BUY ? eligibility.buy(idea.asset()) : eligibility.sell(idea.asset()))
            .or(sized::refusal)
            .or(() -> notUrgent(situation.settings().selection(), idea));
    return refusal.map(sized::refused).orElse(sized);
  }

  private static Optional<Refusal> notUrgent(PlannerSettings.Selection selection, Idea idea) {
    return idea.priority() < selection.priorityThreshold()
        ? Optional.of(
            Refusal.of(
                RefusalCode.NOT_SELECTED,
                String.format(
                    Locale.ROOT,
                    "its priority of %.2f is below %.2f",
                    idea.priority(),
                    selection.priorityThreshold())))
        : Optional.empty();
  }

  private static Refusal outdone(PlannerSettings.Selection selection) {
    return Refusal.of(
        RefusalCode.NOT_SELECTED,
        selection.perCategory() + " more urgent trades of its kind were considered");
  }

  private static List<Sized> selected(PlannerSettings.Selection selection, List<Sized> fit) {
    return selection.diverse()
        ? new DiverseSelection<Sized>(
                selection.perCategory(),
                selection.diversityWeight(),
                sized -> sized.idea().priority(),
                CandidateList::cluster)
            .of(fit)
        : fit.stream().limit(selection.perCategory()).toList();
  }

  private static String cluster(Sized sized) {
    Asset asset = sized.idea().asset();
    String symbol = asset.security().symbol().value();
    return Stream.concat(
            Stream.of(asset.security().countryGroup()), asset.security().industryGroups().stream())
        .filter(group -> !group.isEmpty())
        .findFirst()
        .orElse(symbol.substring(0, Math.min(NAME_PREFIX, symbol.length())));
  }

  /** What all sales together would bring. */
  private static double proceeds(Situation situation, Collection<List<Sized>> merged) {
    return merged.stream()
        .map(List::getFirst)
        .filter(sized -> sized.side() == Side.SELL)
        .mapToDouble(sized -> sized.value() - situation.costs().of(sized.value()))
        .sum();
  }

  /** The trade in the sizes proposed for it, and smaller ones where they may be better. */
  private static List<Candidate> variants(Situation situation, List<Sized> same, double proceeds) {
    Sized first = same.getFirst();
    Sized largest = Collections.max(same, Comparator.comparingDouble(Sized::shares));
    Asset asset = first.idea().asset();
    Set<Double> sizes = new LinkedHashSet<>();
    same.forEach(sized -> sizes.add(sized.shares()));
    if (situation.settings().sizes().partial()) {
      sizes.add(Lots.sold(first.shares() * HALF, asset.lot(), first.shares()));
    }
    if (first.side() == Side.BUY) {
      double cash = situation.cash() - situation.cashFloor();
      sizes.add(payable(situation, largest, cash));
      sizes.add(payable(situation, largest, cash + proceeds));
    }
    return sizes.stream()
        .map(first::with)
        .filter(sized -> sized.shares() > 0 && sized.value() >= situation.costs().smallestTrade())
        .map(sized -> candidate(situation, sized, same))
        .toList();
  }

  /** What some cash pays for; a purchase of the full size may need more. */
  private static double payable(Situation situation, Sized sized, double cash) {
    Asset asset = sized.idea().asset();
    boolean inBase = candidate(situation, sized, List.of(sized)).inBaseCurrency();
    double affordable = situation.costs().affordable(cash, inBase);
    return Lots.sold(affordable / asset.unit(), asset.lot(), sized.shares());
  }

  private static Candidate candidate(Situation situation, Sized sized, List<Sized> same) {
    Set<String> tags = new LinkedHashSet<>();
    same.forEach(each -> tags.addAll(each.idea().tags()));
    return new Candidate(
        sized.idea().asset(),
        sized.side(),
        sized.shares(),
        sized.value(),
        situation.costs().of(sized.value()),
        sized.idea().priority(),
        List.copyOf(tags),
        same.stream().map(each -> each.idea().reason()).distinct().toList());
  }

  private static List<Plan.Rejected> rejected(List<Sized> refused, Set<Key> merged) {
    Map<Key, Sized> one = new LinkedHashMap<>();
    refused.stream()
        .sorted(Comparator.comparing(Sized::idea, Idea.BY_PRIORITY))
        .filter(sized -> !merged.contains(Key.of(sized)))
        .forEach(sized -> one.putIfAbsent(Key.of(sized), sized));
    return one.values().stream()
        .limit(REJECTED_AT_MOST)
        .flatMap(sized -> sized.refusal().map(refusal -> rejected(sized, refusal)).stream())
        .toList();
  }

  private static Plan.Rejected rejected(Sized sized, Refusal refusal) {
    Asset asset = sized.idea().asset();
    return new Plan.Rejected(
        sized.side(),
        asset.security().isin(),
        asset.security().symbol(),
        refusal.code(),
        refusal.message());
  }
}

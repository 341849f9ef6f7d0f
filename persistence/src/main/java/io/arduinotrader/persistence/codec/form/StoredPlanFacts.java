package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.rate;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.planning.PlanJournal;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlanSecurity.Bounds;
import io.arduinotrader.protocol.planning.PlanSecurity.Holding;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.Optional;
import java.util.function.Function;

/** The stored form of what a plan was computed from. */
final class StoredPlanFacts {

  private StoredPlanFacts() {}

  static PlanJournal.Facts storedFacts(PlanFacts facts) {
    return PlanJournal.Facts.newBuilder()
        .setAccount(facts.account().value())
        .setAsOf(stored(facts.asOf()))
        .setCash(stored(facts.cash()))
        .addAllSecurities(each(facts.securities(), StoredPlanFacts::storedSecurity))
        .addAllCountryTargets(each(facts.countryTargets(), StoredPlanFacts::storedTarget))
        .addAllIndustryTargets(each(facts.industryTargets(), StoredPlanFacts::storedTarget))
        .setTargetsMissing(facts.targetsMissing())
        .setWishes(storedWishes(facts.wishes()))
        .build();
  }

  static PlanFacts facts(PlanJournal.Facts stored) {
    return new PlanFacts(
        new AccountId(stored.getAccount()),
        instant(stored.getAsOf()),
        money(stored.getCash()),
        each(stored.getSecuritiesList(), StoredPlanFacts::security),
        each(stored.getCountryTargetsList(), StoredPlanFacts::target),
        each(stored.getIndustryTargetsList(), StoredPlanFacts::target),
        stored.getTargetsMissing(),
        wishes(stored.getWishes()));
  }

  private static PlanJournal.GroupTarget storedTarget(GroupTarget target) {
    return PlanJournal.GroupTarget.newBuilder()
        .setGroup(target.group())
        .setWeight(target.weight())
        .build();
  }

  private static GroupTarget target(PlanJournal.GroupTarget stored) {
    return new GroupTarget(stored.getGroup(), stored.getWeight());
  }

  private static PlanJournal.Wishes storedWishes(Wishes wishes) {
    PlanJournal.Wishes.Builder stored =
        PlanJournal.Wishes.newBuilder().setMonthlyDeposit(stored(wishes.monthlyDeposit()));
    wishes.maximumPositions().ifPresent(stored::setMaximumPositions);
    wishes.investedTarget().ifPresent(share -> stored.setInvestedTarget(stored(share)));
    wishes.cashAfter().ifPresent(cash -> stored.setCashAfter(stored(cash)));
    wishes.largestRisk().ifPresent(stored::setLargestRisk);
    return stored.build();
  }

  private static Wishes wishes(PlanJournal.Wishes stored) {
    return new Wishes(
        same(stored.hasMaximumPositions(), stored.getMaximumPositions()),
        when(stored.hasInvestedTarget(), stored.getInvestedTarget(), StoredValues::decimal),
        money(stored.getMonthlyDeposit()),
        when(stored.hasCashAfter(), stored.getCashAfter(), StoredValues::money),
        same(stored.hasLargestRisk(), stored.getLargestRisk()));
  }

  private static PlanJournal.Security storedSecurity(PlanSecurity security) {
    PlanJournal.Security.Builder stored =
        PlanJournal.Security.newBuilder()
            .setIsin(security.isin().value())
            .setSymbol(security.symbol().value())
            .setName(security.name())
            .setLot(stored(security.lot()))
            .setRate(stored(security.rate()))
            .setHolding(storedHolding(security.holding()))
            .setCountryGroup(security.countryGroup())
            .addAllIndustryGroups(security.industryGroups())
            .setOutlook(storedOutlook(security.outlook()))
            .setBounds(storedBounds(security.bounds()))
            .setPriority(security.priority());
    security.price().ifPresent(price -> stored.setPrice(stored(price)));
    security.buyBlocked().ifPresent(refusal -> stored.setBuyBlocked(stored(refusal)));
    security.sellBlocked().ifPresent(refusal -> stored.setSellBlocked(stored(refusal)));
    return stored.build();
  }

  private static PlanSecurity security(PlanJournal.Security stored) {
    return new PlanSecurity(
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        stored.getName(),
        quantity(stored.getLot()),
        when(stored.hasPrice(), stored.getPrice(), StoredValues::price),
        rate(stored.getRate()),
        holding(stored.getHolding()),
        stored.getCountryGroup(),
        stored.getIndustryGroupsList().stream().toList(),
        outlook(stored.getOutlook()),
        bounds(stored.getBounds()),
        stored.getPriority(),
        when(stored.hasBuyBlocked(), stored.getBuyBlocked(), StoredValues::refusal),
        when(stored.hasSellBlocked(), stored.getSellBlocked(), StoredValues::refusal));
  }

  private static PlanJournal.Holding storedHolding(Holding holding) {
    PlanJournal.Holding.Builder stored =
        PlanJournal.Holding.newBuilder().setQuantity(stored(holding.quantity()));
    holding.averagePrice().ifPresent(price -> stored.setAveragePrice(stored(price)));
    holding.firstBought().ifPresent(at -> stored.setFirstBought(stored(at)));
    holding.lastBought().ifPresent(at -> stored.setLastBought(stored(at)));
    holding.lastSold().ifPresent(at -> stored.setLastSold(stored(at)));
    return stored.build();
  }

  private static Holding holding(PlanJournal.Holding stored) {
    return new Holding(
        quantity(stored.getQuantity()),
        when(stored.hasAveragePrice(), stored.getAveragePrice(), StoredValues::price),
        when(stored.hasFirstBought(), stored.getFirstBought(), StoredValues::instant),
        when(stored.hasLastBought(), stored.getLastBought(), StoredValues::instant),
        when(stored.hasLastSold(), stored.getLastSold(), StoredValues::instant));
  }

  private static PlanJournal.Outlook storedOutlook(Outlook outlook) {
    PlanJournal.Outlook.Builder stored = PlanJournal.Outlook.newBuilder();
    outlook.score().ifPresent(stored::setScore);
    outlook.dividendYield().ifPresent(stored::setDividendYield);
    outlook.totalReturn().ifPresent(stored::setTotalReturn);
    outlook.promise().ifPresent(stored::setPromise);
    outlook.stability().ifPresent(stored::setStability);
    outlook.trend().ifPresent(stored::setTrend);
    outlook.volatility().ifPresent(stored::setVolatility);
    outlook.quality().ifPresent(stored::setQuality);
    outlook.yearHigh().ifPresent(stored::setYearHigh);
    return stored.build();
  }

  private static Outlook outlook(PlanJournal.Outlook stored) {
    return new Outlook(
        same(stored.hasScore(), stored.getScore()),
        same(stored.hasDividendYield(), stored.getDividendYield()),
        same(stored.hasTotalReturn(), stored.getTotalReturn()),
        same(stored.hasPromise(), stored.getPromise()),
        same(stored.hasStability(), stored.getStability()),
        same(stored.hasTrend(), stored.getTrend()),
        same(stored.hasVolatility(), stored.getVolatility()),
        same(stored.hasQuality(), stored.getQuality()),
        same(stored.hasYearHigh(), stored.getYearHigh()));
  }

  private static PlanJournal.Bounds storedBounds(Bounds bounds) {
    PlanJournal.Bounds.Builder stored = PlanJournal.Bounds.newBuilder();
    bounds.target().ifPresent(stored::setTarget);
    bounds.least().ifPresent(stored::setLeast);
    bounds.most().ifPresent(stored::setMost);
    return stored.build();
  }

  private static Bounds bounds(PlanJournal.Bounds stored) {
    return new Bounds(
        same(stored.hasTarget(), stored.getTarget()),
        same(stored.hasLeast(), stored.getLeast()),
        same(stored.hasMost(), stored.getMost()));
  }

  private static <T> Optional<T> same(boolean present, T stored) {
    return when(present, stored, Function.identity());
  }
}

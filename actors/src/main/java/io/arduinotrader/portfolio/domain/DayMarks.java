package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values marked day by day, and what has flowed in since the last mark. Every flow belongs to
 * exactly one day: the first one whose value holds it. A day that is marked again takes the flows
 * since its earlier mark in addition, and flows booked between valuing and marking wait for the
 * next mark, so none is lost or counted twice.
 *
 * @param values oldest first, one per day
 */
record DayMarks(List<DayValue> values, Money flowSinceMark) {

  static final DayMarks NONE = new DayMarks(List.of(), Money.zero(Currency.EUR));

  Optional<DayValue> last() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** Deposits less withdrawals since the last mark of a day before the given one. */
  Money netFlowOf(LocalDate day) {
    return last()
        .filter(last -> last.day().equals(day))
        .map(last -> last.netFlow().plus(flowSinceMark))
        .orElse(flowSinceMark);
  }

  DayMarks afterFlow(Money amount) {
    return new DayMarks(values, flowSinceMark.plus(amount));
  }

  DayMarks marked(DayValue value) {
    List<DayValue> next = new ArrayList<>(values);
    if (last().filter(last -> last.day().equals(value.day())).isPresent()) {
      next.removeLast();
    }
    next.add(value);
    return new DayMarks(List.copyOf(next), netFlowOf(value.day()).minus(value.netFlow()));
  }
}

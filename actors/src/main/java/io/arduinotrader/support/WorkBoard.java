package io.arduinotrader.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs wait, which worker has which, and who is idle. A worker has one job at a time, so a
 * slow worker never hoards jobs that a fast one could do; the job of a lost worker goes back to the
 * head of the queue. The number of waiting jobs is bounded.
 *
 * @param <W> a worker's identity
 * @param <J> a job
 */
public final class WorkBoard<W, J> {

  /** A job in the hands of a worker. */
  public record Assignment<W, J>(W worker, long number, J job) {}

  private record Numbered<J>(long number, J job) {}

  private final int limit;
  private final Deque<Numbered<J>> waiting = new ArrayDeque<>();
  private final Set<W> idle = new LinkedHashSet<>();
  private final Map<W, Numbered<J>> busy = new HashMap<>();

  /** An empty board on which at most so many jobs may wait. */
  public WorkBoard(int limit) {
    this.limit = limit;
  }

  /** Puts a job at the end of the queue; false when the queue is full. */
  public boolean offer(long number, J job) {
    if (waiting.size() >= limit) {
      return false;
    }
    waiting.addLast(new Numbered<>(number, job));
    return true;
  }

  /** A worker is there and has nothing to do. */
  public void arrived(W worker) {
    if (!busy.containsKey(worker)) {
      idle.add(worker);
    }
  }

  /** A worker is gone; its job waits again, first in the queue. */
  public void lost(W worker) {
    idle.remove(worker);
    @Nullable Numbered<J> unfinished = busy.remove(worker);
    if (unfinished != null) {
      waiting.addFirst(unfinished);
    }
  }

  /** A worker has finished the job with this number; false when it was not its job. */
  public boolean finished(W worker, long number) {
    @Nullable Numbered<J> job = busy.get(worker);
    if (job == null || job.number() != number) {
      return false;
    }
    busy.remove(worker);
    idle.add(worker);
    return true;
  }

  /** Takes a job back that still waits; a job in a worker's hands is not stopped. */
  public void withdraw(long number) {
    waiting.removeIf(job -> job.number() == number);
  }

  /** Gives the first waiting job to an idle worker, when there is one of each. */
  public Optional<Assignment<W, J>> next() {
    if (waiting.isEmpty() || idle.isEmpty()) {
      return Optional.empty();
    }
    W worker = idle.iterator().next();
    idle.remove(worker);
    Numbered<J> job = waiting.removeFirst();
    busy.put(worker, job);
    return Optional.of(new Assignment<>(worker, job.number(), job.job()));
  }

  /** How many jobs wait. */
  public int waiting() {
    return waiting.size();
  }

  /** How many workers are there, idle or busy. */
  public int workers() {
    return idle.size() + busy.size();
  }

  /** The workers that are there, idle or busy. */
  public Set<W> known() {
    Set<W> all = new LinkedHashSet<>(idle);
    all.addAll(busy.keySet());
    return all;
  }
}

package io.arduinotrader.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes, which only root can make; on it a node's data soon has no room. */
final class SmallDisk implements AutoCloseable {

  private static final int PIECE = 4096;

  private final Path folder;
  private final Path filler;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Whether such disks can be made here. */
  static boolean canBeMade(Path folder) {
    try (SmallDisk disk = mounted(folder, 1)) {
      return Files.isWritable(disk.folder);
    } catch (IllegalStateException no) {
      return false;
    }
  }

  static SmallDisk mounted(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  /** Takes all the room there is. */
  void fill() {
    byte[] piece = new byte[PIECE];
    try (OutputStream file = Files.newOutputStream(filler)) {
      while (folder.toFile().getUsableSpace() > 0) {
        file.write(piece);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > 0) {
        throw new UncheckedIOException(full);
      }
    }
  }

  /** Gives the room back. */
  void free() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets nobody write any more; works only while nobody has a file open. */
  void onlyForReading() {
    run("mount", "-o", "remount,ro", folder.toString());
  }

  void forWriting() {
    run("mount", "-o", "remount,rw", folder.toString());
  }

  private static void run(String... command) {
    try {
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ends with " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    run("umount", "-l", folder.toString());
  }
}

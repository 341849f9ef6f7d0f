package io.arduinotrader.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The packages of the house by name, so that every rule means the same ones. */
final class House {
  static final String ROOT = "io.arduinotrader";
  static final String PROTOCOL = ROOT + ".protocol..";
  static final String VOCABULARY = ROOT + ".protocol.vocab..";
  static final String GENERATED_SERVICES = ROOT + ".protocol.grpc..";
  static final String PERSISTENCE = ROOT + ".persistence..";
  static final String CODEC = ROOT + ".persistence.codec..";
  static final String READ_MODEL = ROOT + ".persistence.readmodel..";
  static final String GENERATED_JOURNAL = ROOT + ".persistence.journal..";
  static final String CONFIG = ROOT + ".config..";
  static final String SUPPORT = ROOT + ".support..";
  static final String GATEWAY = ROOT + ".gateway..";
  static final String CONSOLE = ROOT + ".console..";
  static final String BOOTSTRAP = ROOT + ".bootstrap..";
  static final String SIMULATED_BROKER = ROOT + ".trading.broker..";
  static final String DOMAIN = ROOT + "..domain..";

  /** The services that meet only through {@code protocol}. */
  static final List<String> SERVICES =
      List.of("portfolio", "trading", "universe", "scoring", "optimization", "planning", "jobs");

  private House() {}

  /** Everything that lives in one service: its actors, ports and domain. */
  static String service(String name) {
    return ROOT + "." + name + "..";
  }

  /** The part of {@code io.arduinotrader.<service>…} that names the service. */
  static String serviceOf(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length() + 1);
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }

  /** Holds for a top-level class of this kind and for everything nested in it. */
  static DescribedPredicate<JavaClass> nameOfFileEndingWith(String suffix) {
    return DescribedPredicate.describe(
        "declared in a file *" + suffix, type -> fileName(type).endsWith(suffix));
  }

  /** The simple name of the top-level class around a class. */
  static String fileName(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}

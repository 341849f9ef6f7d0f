package io.arduinotrader.gateway.server;

import com.google.protobuf.Descriptors;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.ServiceDescription;
import org.apache.pekko.grpc.Trailers;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/**
 * A service a port offers.
 *
 * @param handlers makes the generated handler of the service for one call, which answers failures
 *     as that call's error mapper says
 */
@SuppressWarnings("deprecation") // the generated handlers ask for the old function type
record ServiceRoute(ServiceDescription description, Handlers handlers) {

  /** Makes the generated handler of a service. */
  @FunctionalInterface
  interface Handlers {
    org.apache.pekko.japi.function.Function<HttpRequest, CompletionStage<HttpResponse>> with(
        org.apache.pekko.japi.Function<
                ActorSystem, org.apache.pekko.japi.Function<Throwable, Trailers>>
            errors);
  }

  /** The names of its methods. */
  Set<String> methods() {
    return description.descriptor().getServices().stream()
        .filter(service -> service.getFullName().equals(name()))
        .flatMap(service -> service.getMethods().stream())
        .map(Descriptors.MethodDescriptor::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first segment of the paths of its methods. */
  String name() {
    return description.name();
  }
}

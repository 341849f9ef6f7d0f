package io.arduinotrader.gateway.server;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.GrpcErrors;
import io.arduinotrader.protocol.grpc.health.Health;
import io.arduinotrader.support.metrics.CallMetrics;
import io.grpc.Status;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.grpc.Trailers;
import org.apache.pekko.grpc.javadsl.GrpcExceptionHandler;
import org.apache.pekko.grpc.javadsl.GrpcMarshalling;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.apache.pekko.grpc.javadsl.ServerReflection;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.japi.Function;

/**
 * Takes the calls of one port: finds the service, hands its handler the error mapper of the call,
 * and marks the answer. While the node drains, every call is answered UNAVAILABLE.
 */
@SuppressWarnings("deprecation") // the generated handlers ask for the old function type
final class PortHandler {

  private static final String REFLECTION = "grpc.reflection.v1alpha.ServerReflection";

  private static final String REFLECTION_METHOD = "ServerReflectionInfo";

  /** Services whose streams last as long as their clients like. */
  private static final Set<String> ENDLESS = Set.of(REFLECTION, Health.name);

  /** What a service or method nobody offers is called in the figures. */
  private static final String UNKNOWN = "unknown";

  private final Map<String, ServiceRoute.Handlers> handlers;
  private final Map<String, Set<String>> methods;
  private final CallContext.Source calls;
  private final Intake intake;
  private final ClassicActorSystemProvider system;

  PortHandler(
      List<ServiceRoute> routes,
      CallContext.Source calls,
      Intake intake,
      ClassicActorSystemProvider system) {
    this.handlers =
        routes.stream().collect(Collectors.toMap(ServiceRoute::name, ServiceRoute::handlers));
    this.methods =
        routes.stream().collect(Collectors.toMap(ServiceRoute::name, ServiceRoute::methods));
    var reflection =
        ServerReflection.create(routes.stream().map(ServiceRoute::description).toList(), system);
    handlers.put(REFLECTION, errors -> reflection);
    this.calls = calls;
    this.intake = intake;
    this.system = system;
  }

  /** Answers one call; the stage never fails. */
  CompletionStage<HttpResponse> handle(HttpRequest request) {
    CallContext call = calls.of(MetadataBuilder.fromHeaders(request.getHeaders()));
    HttpRequest named =
        request
            .removeHeader(CallContext.CORRELATION_ID)
            .addHeader(RawHeader.create(CallContext.CORRELATION_ID, call.correlationId()));
    Iterator<String> path = request.getUri().pathSegments().iterator();
    String service = path.hasNext() ? path.next() : "";
    String method = path.hasNext() ? path.next() : "";
    CallMetrics metrics = metrics(service, method);
    Answer answer = new Answer(call.correlationId(), ENDLESS.contains(service), metrics);
    if (!intake.begin()) {
      metrics.ended(Status.UNAVAILABLE.getCode().name());
      return failed(named, Intake.closed(), call).thenApply(answer::marked);
    }
    return answered(service, method, named, call)
        .exceptionallyCompose(failure -> failed(named, failure, call))
        .thenApply(response -> answer.within(intake, response));
  }

  private CallMetrics metrics(String service, String method) {
    if (!handlers.containsKey(service)) {
      return CallMetrics.arrived(UNKNOWN, UNKNOWN);
    }
    return CallMetrics.arrived(service, offers(service, method) ? method : UNKNOWN);
  }

  private boolean offers(String service, String method) {
    return methods.getOrDefault(service, Set.of(REFLECTION_METHOD)).contains(method);
  }

  private CompletionStage<HttpResponse> answered(
      String service, String method, HttpRequest request, CallContext call) {
    ServiceRoute.Handlers found = handlers.get(service);
    if (found == null) {
      return notOffered(service);
    }
    if (!offers(service, method)) {
      return notOffered(service + "/" + method);
    }
    try {
      return found.with(errors(call)).apply(MessageLimit.apply(request));
    } catch (Exception failure) {
      return CompletableFuture.failedStage(failure);
    }
  }

  private static CompletionStage<HttpResponse> notOffered(String name) {
    return CompletableFuture.failedStage(
        CallRefusedException.unimplemented("this port does not offer '" + name + "'"));
  }

  private CompletionStage<HttpResponse> failed(
      HttpRequest request, Throwable failure, CallContext call) {
    return GrpcMarshalling.<HttpResponse>negotiated(
            request,
            (reader, writer) ->
                CompletableFuture.completedFuture(
                    GrpcExceptionHandler.standard(failure, errors(call), writer, system)))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    HttpResponse.create().withStatus(StatusCodes.UNSUPPORTED_MEDIA_TYPE)));
  }

  private static Function<ActorSystem, Function<Throwable, Trailers>> errors(CallContext call) {
    return actors -> failure -> GrpcErrors.trailers(failure, call);
  }
}

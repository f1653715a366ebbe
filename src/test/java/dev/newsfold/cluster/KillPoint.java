package dev.newsfold.cluster;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Kills a JVM at an exact point of its work: on the n-th entry of a method, before that call has
 * done anything. A debugger holds the process there, so that the kill is never late.
 *
 * @param type binary name of the method's class
 * @param method its name; every overload counts
 * @param within binary name of a class whose method must be on the caller's stack, or empty
 * @param entry from 1
 */
record KillPoint(String type, String method, String within, int entry) {

  /** The flag that lets a debugger in, on loopback. */
  static String flag(int port) {
    return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address="
        + Loopback.ADDRESS
        + ':'
        + port;
  }

  /**
   * Lets {@code process} run up to the point, and kills it there.
   *
   * @param port of {@link #flag}, with which it was started
   * @return whether it came to the point; if not, it has ended by itself
   */
  boolean killAt(JavaProcess process, int port) throws IOException, InterruptedException {
    VirtualMachine machine = attach(process, port);
    ClassPrepareRequest prepare = machine.eventRequestManager().createClassPrepareRequest();
    prepare.addClassFilter(type);
    prepare.enable();
    machine.classesByName(type).forEach(this::breakAt);
    machine.resume();
    int entries = 0;
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepared) {
            breakAt(prepared.referenceType());
          } else if (event instanceof BreakpointEvent hit && isWithin(hit) && ++entries == entry) {
            process.kill();
            return true;
          } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            return false;
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return false;
    }
  }

  private void breakAt(ReferenceType loaded) {
    for (Method overload : loaded.methodsByName(method)) {
      if (!overload.isAbstract() && !overload.isNative()) {
        EventRequest request =
            loaded
                .virtualMachine()
                .eventRequestManager()
                .createBreakpointRequest(overload.location());
        request.enable();
      }
    }
  }

  private boolean isWithin(BreakpointEvent hit) throws IOException {
    if (within.isEmpty()) {
      return true;
    }
    try {
      return hit.thread().frames().stream()
          .anyMatch(frame -> frame.location().declaringType().name().equals(within));
    } catch (IncompatibleThreadStateException e) {
      throw new IOException("a thread at a breakpoint is suspended", e);
    }
  }

  private static VirtualMachine attach(JavaProcess process, int port)
      throws IOException, InterruptedException {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(candidate -> candidate.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    Objects.requireNonNull(arguments.get("hostname")).setValue(Loopback.ADDRESS);
    Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
    return Await.value(
        Duration.ofMinutes(3),
        () -> {
          try {
            return Optional.of(connector.attach(arguments));
          } catch (IOException e) {
            return Optional.empty(); // It does not listen yet.
          } catch (IllegalConnectorArgumentsException e) {
            throw new IOException(e);
          }
        },
        process::tail);
  }
}

package agentid.junit;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that has a parameter of the type {@link AgentidTenant} a tenant of its own, and all tests of a run one mock.
 *
 * <pre>{@code
 * @ExtendWith(AgentidExtension.class)
 * class AgentTest {
 *   @Test
 *   void getsAToken(AgentidTenant tenant) { … }
 * }
 * }</pre>
 */
public final class AgentidExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(AgentidExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == AgentidTenant.class || type == AgentidMock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var mock = mockOf(context);
    if (parameter.getParameter().getType() == AgentidMock.class) return mock;
    return context.getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            "tenant", key -> new MadeTenant(mock.tenant(Map.of())), MadeTenant.class)
        .tenant();
  }

  /** It ends with the run of all tests. */
  private static AgentidMock mockOf(ExtensionContext context) {
    return context.getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("mock", key -> new StartedMock(AgentidMock.start()), StartedMock.class)
        .mock();
  }

  private record MadeTenant(AgentidTenant tenant) implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      tenant.remove();
    }
  }

  private record StartedMock(AgentidMock mock) implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      mock.close();
    }
  }
}

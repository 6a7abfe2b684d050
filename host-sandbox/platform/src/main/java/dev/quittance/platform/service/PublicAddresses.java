package dev.quittance.platform.service;

import dev.quittance.api.host.OutgoingException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a plugin's requests go to public addresses over https only, so that a name which somebody points at an inner address leads
 * nowhere. All addresses of the name are looked at. The JVM remembers them for half a minute, and the client that connects next takes
 * them from there; should they change in between, the server still has to prove by its certificate that it bears the name. Where a
 * proxy is configured, the proxy looks names up, and this looks at nothing. Thread-safe.
 */
final class PublicAddresses {
    /** What is not a server out there, as IPv4 network and length: RFC 6890 and those it was followed by. */
    private static final List<Network> RESERVED = List.of(
            Network.of(0, 0, 8),
            Network.of(10, 0, 8),
            Network.of(100, 64, 10),
            Network.of(127, 0, 8),
            Network.of(169, 254, 16),
            Network.of(172, 16, 12),
            Network.of(192, 0, 24),
            Network.of(192, 168, 16),
            Network.of(198, 18, 15),
            Network.of(224, 0, 3));

    private static final int IPV4_BYTES = 4;
    private static final int NAT64_AT = 12;
    private static final int SIX_TO_FOUR_AT = 2;
    /** Of global unicast: 2000::/3. */
    private static final int GLOBAL_MASK = 0xe0;

    private static final int GLOBAL = 0x20;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};
    /** Teredo, which carries an IPv4 address in disguise, and documentation. */
    private static final byte[] TEREDO = {0x20, 0x01, 0, 0};

    private static final byte[] DOCUMENTATION = {0x20, 0x01, 0x0d, (byte) 0xb8};

    private final Names names;

    PublicAddresses(Names names) {
        this.names = names;
    }

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        /** All addresses of a name. */
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** The first two bytes of a network, and how many bits are its own. */
    private record Network(int bits, int length) {
        static Network of(int first, int second, int length) {
            return new Network(first << 24 | second << 16, length);
        }

        boolean has(int address) {
            return (address ^ bits) >>> (Integer.SIZE - length) == 0;
        }
    }

    /**
     * Refuses a request that would go elsewhere.
     *
     * @param client whose threads look the name up
     * @throws OutgoingException not sent: not https, no such name, an inner address, or no answer in time
     */
    void require(URI address, HttpClient client, Duration limit) throws OutgoingException {
        if (!"https".equals(address.getScheme())) {
            throw OutgoingException.notSent("requests go by https only", null);
        }
        if (isProxied(client, address)) {
            return;
        }
        for (InetAddress one : lookUp(address.getHost(), client, limit)) {
            if (!isPublic(one)) {
                throw OutgoingException.notSent(
                        "the name " + address.getHost() + " leads to an address that is not public", null);
            }
        }
    }

    /** Whether this may be a server out there. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic(bytes, 0);
        }
        if (startsWith(bytes, NAT64)) {
            return isPublic(bytes, NAT64_AT);
        }
        if (startsWith(bytes, SIX_TO_FOUR)) {
            return isPublic(bytes, SIX_TO_FOUR_AT);
        }
        return (bytes[0] & GLOBAL_MASK) == GLOBAL && !startsWith(bytes, TEREDO) && !startsWith(bytes, DOCUMENTATION);
    }

    private InetAddress[] lookUp(String host, HttpClient client, Duration limit) throws OutgoingException {
        Executor threads = client.executor().orElse(Runnable::run);
        CompletableFuture<InetAddress[]> looking = CompletableFuture.supplyAsync(() -> addressesOf(host), threads);
        try {
            return looking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw OutgoingException.notSent("the name " + host + " was not found in time", e);
        } catch (ExecutionException e) {
            throw OutgoingException.notSent("no connection: the name " + host + " is not known", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OutgoingException.notSent("interrupted while the name was looked up", e);
        }
    }

    private InetAddress[] addressesOf(String host) {
        try {
            return names.addressesOf(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static boolean isProxied(HttpClient client, URI address) {
        ProxySelector selector = client.proxy().orElseGet(ProxySelector::getDefault);
        return selector != null
                && selector.select(address).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private static boolean isPublic(byte[] bytes, int from) {
        int address = 0;
        for (int i = from; i < from + IPV4_BYTES; i++) {
            address = address << Byte.SIZE | bytes[i] & 0xff;
        }
        int whole = address;
        return RESERVED.stream().noneMatch(network -> network.has(whole));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}

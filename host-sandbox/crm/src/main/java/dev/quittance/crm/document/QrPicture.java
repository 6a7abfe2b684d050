package dev.quittance.crm.document;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** An address as a code to scan: black on white with a quiet zone around it, whatever the colours of the page. */
public final class QrPicture {
    /** What the standard asks for around a code, in modules. */
    private static final int QUIET = 4;
    /** Pixels of a module on paper: sharp at 300 dots per inch. */
    private static final int SCALE = 8;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /** The code as SVG, hidden from screen readers: the address stands beside it. */
    public static String svg(String address) {
        QrCode code = encode(address);
        int size = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"crm-qr\" viewBox=\"0 0 " + size + " " + size
                + "\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\"" + path
                + "\"/></svg>";
    }

    /** The code as PNG. */
    static byte[] png(String address) {
        QrCode code = encode(address);
        int size = (code.size + 2 * QUIET) * SCALE;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean dark = code.getModule(x / SCALE - QUIET, y / SCALE - QUIET);
                image.setRGB(x, y, dark ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static QrCode encode(String address) {
        return QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    }
}

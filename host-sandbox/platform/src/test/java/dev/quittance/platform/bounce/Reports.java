package dev.quittance.platform.bounce;

import java.nio.charset.StandardCharsets;

/** Delivery status notifications, written by hand as mail servers write them. */
public final class Reports {
    private Reports() {}

    /** A whole report of one recipient. */
    public static byte[] of(String messageId, String recipient, String action, String status) {
        return bytes(text(messageId, fields(recipient, action, status)));
    }

    static String fields(String recipient, String action, String status) {
        return "Final-Recipient: rfc822; " + recipient + "\nAction: " + action + "\nStatus: " + status
                + "\nDiagnostic-Code: smtp; 550 no such user\n";
    }

    static String text(String messageId, String recipients) {
        return """
                From: MAILER-DAEMON@mx.example
                To: payments@crm.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                I could not bring your mail to its reader.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                %s
                --b1
                Content-Type: text/rfc822-headers

                From: payments@crm.example
                Message-ID: %s
                Subject: Payment request

                --b1--
                """.formatted(recipients, messageId);
    }

    static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}

"""Plays the phone for a suite in Python: python3 activate.py <control port> <screenshot of an activation page>"""

import base64
import json
import sys
import urllib.error
import urllib.request

control, screenshot = sys.argv[1:]


def call(method, path, **body):
    data = json.dumps(body).encode() if body else None
    asked = urllib.request.Request(control + path, data, {"content-type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:
            content = answer.read()
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        raise SystemExit(f"{problem['title']}: {problem['detail']}")
    return json.loads(content) if content else None


phone = "/phones/" + call("POST", "/phones", name="A phone in Python")["phone"]

# The second connection gets no answer at first. The phone asks again, as a real one does.
call("POST", phone + "/faults", call="DSAPPSRPGenerateActivationData", fault="lost-answer")

with open(screenshot, "rb") as picture:
    png = base64.b64encode(picture.read()).decode()
device = call("POST", phone + "/activate", png=png)
assert device["issuer"]["kind"] == "verified", device
assert "lost-answer" in [made["fault"] for made in call("GET", phone + "/calls")]

print(device["instanceId"], call("GET", phone + "/otp")["oneTimePassword"])
